import { Button } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useConfirmImportMutation } from '../../api/imports';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { plannedWrites } from './import-steps';

interface Props {
  view: ImportView;
  /** The sentence that says why there is nothing to confirm. */
  describedBy: string;
}

/** Says in exact numbers what it does. */
export function ConfirmButton({ view, describedBy }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [confirm, { isLoading, isSuccess }] = useConfirmImportMutation();
  const isEmpty = plannedWrites(view) === 0;
  const { create, update } = view.counts;
  const kind = update === 0 ? 'create' : create === 0 ? 'update' : 'both';

  const handleClick = async () => {
    const answer = await confirm({ id: view.id, body: { create, update } });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    }
  };

  return (
    <Button
      size="L"
      startIcon={<Check />}
      // Between the answer and the next look at the import, a second click must find no button.
      loading={isLoading || isSuccess}
      disabled={isEmpty}
      aria-describedby={isEmpty ? describedBy : undefined}
      onClick={handleClick}
    >
      {isEmpty ? t('import.confirm.nothing') : t(`import.confirm.${kind}`, { create, update })}
    </Button>
  );
}
