import {
  readFieldValue,
  type CustomField,
  type ValueReading,
} from '../../../../shared/custom-fields';
import { valueOfCell } from '../../../../shared/field-cells';
import { joinGroups, splitGroups } from '../import/groups-cell';

type Definition = Pick<CustomField, 'type' | 'options'>;

export const YES = 'Yes';
export const NO = 'No';

/** A workbook's cell as the value that is stored; null for a blank one. */
export const readFieldCell = (field: Definition, cell: string): ValueReading =>
  readFieldValue(
    field,
    valueOfCell(field, cell, (names) => splitGroups(names)?.map(({ name }) => name) ?? null),
  );

/** A stored value as the cell that `readFieldCell` reads back to the same; '' for none. */
export function writeFieldCell({ type }: Definition, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (type === 'yes-no' && typeof value === 'boolean') return value ? YES : NO;
  if (Array.isArray(value)) return joinGroups(value.map(String));
  return typeof value === 'string' ? value : JSON.stringify(value);
}
