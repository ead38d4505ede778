import { useCallback } from 'react';
import { useIntl } from 'react-intl';
import { CONTACT_STATUSES } from '../../../../shared/status';
import { errorText, useText } from '../../components/useText';
import type { FieldProblem } from './validate-entries';

/** The sentence under a field; a taken number says whose it is: "already Asha Rao's, archived". */
export function useProblemText(): (problem: FieldProblem) => string {
  const t = useText();
  const { formatList } = useIntl();
  return useCallback(
    ({ code, owner, names }) => {
      if (names) return t('form.unknown-names', { count: names.length, names: formatList(names) });
      const status = CONTACT_STATUSES.find((known) => known === owner?.contactStatus);
      return owner && status
        ? t('form.taken-by', { name: owner.name, status: t(`status.lower.${status}`) })
        : t(errorText(code));
    },
    [formatList, t],
  );
}
