import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { CustomField } from '../../../shared/custom-fields';
import { useText } from './useText';

/** Which of a field's attributes its values are shown by. */
export type ShownField = Pick<CustomField, 'type'>;

/** Numbers keep all the digits they are stored with. */
const ALL_DIGITS = { maximumFractionDigits: 20 } as const;
/** A date of a field is a day in no time zone. */
const DAY = { dateStyle: 'medium', timeZone: 'UTC' } as const;
const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/**
 * The value of a custom field as text in the reader's language; '' when there is none. Values that are not of the
 * field's type, which only plain SQL can have written, are shown as they are.
 */
export function useFieldValueText(): (field: ShownField, value: unknown) => string {
  const { formatDate, formatNumber } = useIntl();
  const t = useText();
  return useCallback(
    ({ type }, value) => {
      if (value === null || value === undefined) return '';
      if (typeof value === 'boolean') return t(value ? 'fields.yes' : 'fields.no');
      if (typeof value === 'number') return formatNumber(value, ALL_DIGITS);
      if (Array.isArray(value)) return value.map(String).join(', ');
      if (typeof value !== 'string') return JSON.stringify(value);
      return type === 'date' && IS_DAY.test(value) ? formatDate(value, DAY) : value;
    },
    [formatDate, formatNumber, t],
  );
}
