import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import type { ErrorCode } from '../../../shared/errors';
import type en from '../translations/en.json';
import { PLUGIN_ID } from '../plugin-id';

/** A text without translation does not compile. */
export type TextKey = keyof typeof en;
export type TextValues = Record<string, string | number | boolean | Date | null | undefined>;

/** The texts of this plugin: `t('list.total', { total })`. */
export function useText() {
  const { formatMessage } = useIntl();
  return useCallback(
    (key: TextKey, values?: TextValues): string =>
      formatMessage({ id: `${PLUGIN_ID}.${key}` }, values),
    [formatMessage],
  );
}

/** Every refusal the server knows can be said: a new code without a sentence stops the build here. */
export const errorText = (code: ErrorCode): TextKey => `error.${code}`;
