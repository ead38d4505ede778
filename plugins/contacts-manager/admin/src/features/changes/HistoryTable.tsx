import { Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { OperationView } from '../../../../shared/contracts/operations';
import { ActionsCell, DataTable, HeadCell, SkeletonRows } from '../../components/DataTable';
import { DateTime } from '../../components/DateTime';
import { UserText } from '../../components/UserText';
import { useText } from '../../components/useText';
import { changePath } from './change-paths';
import { useActorName, useChangeTitle } from './change-text';
import { RunningCell } from './RunningChange';
import { UndoButton } from './UndoButton';

function ChangeRow({ operation }: { operation: OperationView }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const title = useChangeTitle()(operation);
  const actorName = useActorName();
  const { undo, state } = operation;
  return (
    <tr>
      <td>
        <Link tag={RouterLink} to={changePath(operation.operationId)}>
          <UserText maxWidth="32rem" textColor="primary600">
            {title}
          </UserText>
        </Link>
      </td>
      <td>
        <UserText maxWidth="18rem">{actorName(operation.actor)}</UserText>
      </td>
      <td>
        <DateTime iso={operation.createdAt} />
      </td>
      <td>
        <Typography>{formatNumber(operation.applied)}</Typography>
      </td>
      <td>
        <UserText maxWidth="20rem" textColor="neutral600">
          {operation.reason ?? '–'}
        </UserText>
      </td>
      <ActionsCell>
        {state === 'running' ? <RunningCell operation={operation} /> : null}
        <UndoButton operation={operation} size="S" />
        {undo.state === 'undone' ? (
          <Typography variant="pi" textColor="neutral600">
            {t('change.state.undone')}
          </Typography>
        ) : null}
      </ActionsCell>
    </tr>
  );
}

const COLUMNS = ['what', 'who', 'when', 'contacts', 'reason'] as const;

interface Props {
  operations: OperationView[] | undefined;
  isBusy: boolean;
}

/** Changes, the newest first: what, who, when, how many, why. */
export function HistoryTable({ operations, isBusy }: Props) {
  const t = useText();
  return (
    <DataTable label={t('history.title')} isBusy={isBusy}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column} label={t(`history.column.${column}`)} />
          ))}
          <HeadCell label={t('column.actions')} />
        </tr>
      </thead>
      {operations ? (
        <tbody>
          {operations.map((operation) => (
            <ChangeRow key={operation.operationId} operation={operation} />
          ))}
        </tbody>
      ) : (
        <SkeletonRows rows={8} columns={COLUMNS.length + 1} />
      )}
    </DataTable>
  );
}
