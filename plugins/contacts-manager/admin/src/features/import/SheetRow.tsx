import { Typography } from '@strapi/design-system';
import { memo } from 'react';
import { styled } from 'styled-components';
import type { ImportRowView } from '../../../../shared/contracts/import-rows';
import type { ImportColumn } from '../../../../shared/import-fields';
import { ActionsCell, NARROW } from '../../components/DataTable';
import { ToneBadge } from '../../components/ToneBadge';
import { useText } from '../../components/useText';
import { EditableCell } from './EditableCell';
import { LeaveOut } from './LeaveOut';
import { RowCell } from './RowCell';
import type { Tense } from './row-filters';

const OUTCOME_LOOKS = {
  create: 'success',
  update: 'secondary',
  unchanged: 'neutral',
  skip: 'neutral',
  reject: 'danger',
  drop: 'neutral',
  taken: 'warning',
  unsaved: 'warning',
} as const;
type Outcome = keyof typeof OUTCOME_LOOKS;

function outcomeOf({ state, decision }: ImportRowView, tense: Tense): Outcome {
  if (state === 'taken') return state;
  const isWritten = decision === 'create' || decision === 'update';
  return isWritten && tense === 'done' && state === 'planned' ? 'unsaved' : decision;
}

const TopCell = styled.td`
  @media (min-width: ${NARROW}) {
    && {
      vertical-align: top;
      padding-top: ${({ theme }) => theme.spaces[4]};
      padding-bottom: ${({ theme }) => theme.spaces[4]};
    }
  }
`;

export interface SheetColumn {
  field: ImportColumn;
  label: string;
}

interface Props {
  importId: string;
  row: ImportRowView;
  /** 0-based, over all rows. */
  index: number;
  columns: readonly SheetColumn[];
  tense: Tense;
  isEditable: boolean;
}

/** One row of the file with what happens, or happened, to it. Hundreds of them are drawn: only those that changed anew. */
export const SheetRow = memo(function SheetRow(props: Props) {
  const { importId, row, index, columns, tense, isEditable } = props;
  const t = useText();
  const outcome = outcomeOf(row, tense);
  return (
    // The headers are the first row.
    <tr aria-rowindex={index + 2}>
      <TopCell>
        <Typography textColor="neutral600">{row.row}</Typography>
      </TopCell>
      <TopCell>
        <ToneBadge tone={OUTCOME_LOOKS[outcome]}>
          {t(`import.outcome.${tense}.${outcome}`)}
        </ToneBadge>
      </TopCell>
      {columns.map(({ field, label }) => (
        <TopCell key={field}>
          {isEditable ? (
            <EditableCell importId={importId} row={row} field={field} label={label} />
          ) : (
            <RowCell row={row} field={field} />
          )}
        </TopCell>
      ))}
      {isEditable ? (
        <ActionsCell>
          <LeaveOut importId={importId} row={row} />
        </ActionsCell>
      ) : null}
    </tr>
  );
});
