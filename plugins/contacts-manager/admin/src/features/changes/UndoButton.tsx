import { Button } from '@strapi/design-system';
import { ClockCounterClockwise } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import type { OperationView } from '../../../../shared/contracts/operations';
import { useUndoOperationMutation } from '../../api/operations';
import { useFailureText } from '../../components/useFailureText';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { mayMake } from './change-rights';
import { useChanges } from './ChangesContext';

/** Takes a change back; not there when it cannot be. */
export function UndoButton({
  operation,
  size = 'M',
}: {
  operation: OperationView;
  size?: 'S' | 'M';
}) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const { announce } = useChanges();
  const [undo, { isLoading }] = useUndoOperationMutation();
  const may = usePermissions();
  if (operation.undo.state !== 'possible' || !mayMake(operation, may)) return null;

  const handleClick = async () => {
    const answer = await undo(operation.operationId);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    } else if (answer.data.operationId) announce(answer.data.operationId);
    else {
      const count = answer.data.skippedCount;
      toggleNotification({ type: 'warning', message: t('change.undo-nothing', { count }) });
    }
  };
  return (
    <Button
      size={size}
      variant="secondary"
      startIcon={<ClockCounterClockwise aria-hidden />}
      loading={isLoading}
      onClick={() => void handleClick()}
    >
      {t('change.undo')}
    </Button>
  );
}
