import { Button, Flex, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import type { OperationView } from '../../../../shared/contracts/operations';
import { useCancelOperationMutation } from '../../api/operations';
import { ProgressLine } from '../../components/ProgressLine';
import { useFailureText } from '../../components/useFailureText';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { mayMake } from './change-rights';

/** An import tells how far it is, and is cancelled, on its own page. */
const isImport = ({ kind }: OperationView): boolean => kind === 'import';

const percentOf = ({ progress }: OperationView): number => Math.floor(progress * 100);

function CancelButton({ operation }: { operation: OperationView }) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [cancel, { isLoading }] = useCancelOperationMutation();
  const handleClick = async () => {
    const answer = await cancel(operation.operationId);
    if ('error' in answer)
      toggleNotification({ type: 'warning', message: failureText(answer.error) });
  };
  return (
    <Button size="S" variant="tertiary" loading={isLoading} onClick={() => void handleClick()}>
      {t('action.cancel')}
    </Button>
  );
}

/** A change that is being made: how far it is, and the way to stop it. */
export function RunningChange({ operation }: { operation: OperationView }) {
  const t = useText();
  const may = usePermissions();
  const what = t(`change.kind.${operation.kind}`);
  if (isImport(operation)) return <Typography>{t('change.state.running')}</Typography>;
  return (
    <Flex direction="column" alignItems="stretch" gap={2} grow={1}>
      <Flex justifyContent="space-between" gap={4}>
        <Typography fontWeight="semiBold">
          {t('change.running', { what, percent: percentOf(operation) })}
        </Typography>
        {mayMake(operation, may) ? <CancelButton operation={operation} /> : null}
      </Flex>
      <ProgressLine progress={operation.progress} label={what} />
    </Flex>
  );
}

/** The same in a cell of a table. */
export function RunningCell({ operation }: { operation: OperationView }) {
  const t = useText();
  if (isImport(operation)) {
    return (
      <Typography variant="pi" textColor="neutral600">
        {t('change.state.running')}
      </Typography>
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={1} width="10rem">
      <Typography variant="pi" textColor="neutral600">
        {t('change.progress', { percent: percentOf(operation) })}
      </Typography>
      <ProgressLine progress={operation.progress} label={t(`change.kind.${operation.kind}`)} />
    </Flex>
  );
}
