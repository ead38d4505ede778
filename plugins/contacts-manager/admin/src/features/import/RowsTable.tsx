import { TextButton, Typography } from '@strapi/design-system';
import { useNotification } from '@strapi/strapi/admin';
import { useRef } from 'react';
import { styled } from 'styled-components';
import type { ImportRowView, ImportView } from '../../../../shared/contracts/imports';
import { isImportColumn, isImportField, type ImportColumn } from '../../../../shared/import-fields';
import {
  ActionsCell,
  ActionsHead,
  DataTable,
  HeadCell,
  NARROW,
  SkeletonRows,
} from '../../components/DataTable';
import { ToneBadge } from '../../components/ToneBadge';
import { useText } from '../../components/useText';
import { useCorrectImportRowMutation } from '../../api/imports';
import { useFailureText } from '../../components/useFailureText';
import { EditableCell } from './EditableCell';
import { RowCell } from './RowCell';
import { useCellKeys } from './useCellKeys';
import { useImportColumns } from './useImportColumns';
import type { Tense } from './row-filters';

const OUTCOME_LOOKS = {
  create: 'success',
  update: 'secondary',
  unchanged: 'neutral',
  skip: 'neutral',
  reject: 'danger',
  drop: 'neutral',
  taken: 'warning',
} as const;
type Outcome = keyof typeof OUTCOME_LOOKS;

const outcomeOf = (row: ImportRowView): Outcome => (row.state === 'taken' ? 'taken' : row.decision);

const TopCell = styled.td`
  @media (min-width: ${NARROW}) {
    && {
      vertical-align: top;
      padding-top: ${({ theme }) => theme.spaces[4]};
      padding-bottom: ${({ theme }) => theme.spaces[4]};
    }
  }
`;

/** Columns that the file does not have would only be empty, unless their absence is a problem. */
function shownColumns(
  all: ImportColumn[],
  view: ImportView,
  rows: ImportRowView[] = [],
): ImportColumn[] {
  const mapped = all.filter((column) => typeof view.mapping[column] === 'number');
  if (mapped.length === 0) return all.filter(isImportField);
  // A cell that was filled in where the file has no column for it.
  const filled = rows.flatMap(({ cells }) => Object.keys(cells).filter(isImportColumn));
  const faulty = rows.flatMap(({ issues }) => issues.map(({ field }) => field));
  const missed = new Set([...faulty, ...filled]);
  return [...mapped, ...[...missed].filter((column) => !mapped.includes(column))];
}

/** Leaves a row out of the import, or takes it in again. */
function LeaveOut({ importId, row }: { importId: string; row: ImportRowView }) {
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

interface Props {
  view: ImportView;
  tense: Tense;
  /** Undefined while they load for the first time. */
  rows: ImportRowView[] | undefined;
  isBusy: boolean;
}

/** Rows of the file with what happens, or happened, to each. */
export function RowsTable({ view, tense, rows, isBusy }: Props) {
  const t = useText();
  const { columns, labelOf } = useImportColumns(Object.keys(view.mapping).filter(isImportColumn));
  const fields = shownColumns(columns, view, rows);
  const isEditable = view.state === 'review';
  const body = useRef<HTMLTableSectionElement>(null);
  const cellKeys = useCellKeys(body);
  return (
    <DataTable label={t('import.rows.label')} isBusy={isBusy}>
      <thead>
        <tr>
          <HeadCell label={t('import.rows.number')} />
          <HeadCell label={t('import.rows.outcome')} />
          {fields.map((field) => (
            <HeadCell key={field} label={labelOf(field)} />
          ))}
          {isEditable ? <ActionsHead label={t('column.actions')} /> : null}
        </tr>
      </thead>
      {rows ? (
        <tbody ref={body} {...(isEditable ? cellKeys : {})}>
          {rows.map((row) => (
            <tr key={row.row}>
              <TopCell>
                <Typography textColor="neutral600">{row.row}</Typography>
              </TopCell>
              <TopCell>
                <ToneBadge tone={OUTCOME_LOOKS[outcomeOf(row)]}>
                  {t(`import.outcome.${tense}.${outcomeOf(row)}`)}
                </ToneBadge>
              </TopCell>
              {fields.map((field) => (
                <TopCell key={field}>
                  {isEditable ? (
                    <EditableCell
                      importId={view.id}
                      row={row}
                      field={field}
                      label={labelOf(field)}
                    />
                  ) : (
                    <RowCell row={row} field={field} />
                  )}
                </TopCell>
              ))}
              {isEditable ? (
                <ActionsCell>
                  <LeaveOut importId={view.id} row={row} />
                </ActionsCell>
              ) : null}
            </tr>
          ))}
        </tbody>
      ) : (
        <SkeletonRows rows={5} columns={fields.length + (isEditable ? 3 : 2)} />
      )}
    </DataTable>
  );
}
