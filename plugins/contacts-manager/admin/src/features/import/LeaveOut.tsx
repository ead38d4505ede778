import { TextButton } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { ImportRowView } from '../../../../shared/contracts/import-rows';
import { useCorrectImportRowMutation } from '../../api/imports';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';

/** Leaves a row out of the import, or takes it in again. */
export function LeaveOut({ importId, row }: { importId: string; row: ImportRowView }) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [correct, { isLoading }] = useCorrectImportRowMutation();
  const isOut = row.decision === 'drop';
  const toggle = async () => {
    const answer = await correct({ id: importId, row: row.row, patch: { dropped: !isOut } });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    }
  };
  return (
    <TextButton
      loading={isLoading}
      aria-label={t(isOut ? 'import.row.take-in' : 'import.row.leave-out', { row: row.row })}
      onClick={() => void toggle()}
    >
      {t(isOut ? 'import.row.take-in.short' : 'import.row.leave-out.short')}
    </TextButton>
  );
}
