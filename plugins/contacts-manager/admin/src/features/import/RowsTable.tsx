import { Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ImportRowView, ImportView } from '../../../../shared/contracts/imports';
import { isImportColumn, isImportField, type ImportColumn } from '../../../../shared/import-fields';
import { DataTable, HeadCell, NARROW, SkeletonRows } from '../../components/DataTable';
import { ToneBadge } from '../../components/ToneBadge';
import { useText } from '../../components/useText';
import { RowCell } from './RowCell';
import { useImportColumns } from './useImportColumns';
import type { Tense } from './row-filters';

const OUTCOME_LOOKS = {
  create: 'success',
  update: 'secondary',
  unchanged: 'neutral',
  skip: 'neutral',
  reject: 'danger',
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
  const missed = new Set(rows.flatMap(({ issues }) => issues.map(({ field }) => field)));
  return [...mapped, ...[...missed].filter((column) => !mapped.includes(column))];
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
  return (
    <DataTable label={t('import.rows.label')} isBusy={isBusy}>
      <thead>
        <tr>
          <HeadCell label={t('import.rows.number')} />
          <HeadCell label={t('import.rows.outcome')} />
          {fields.map((field) => (
            <HeadCell key={field} label={labelOf(field)} />
          ))}
        </tr>
      </thead>
      {rows ? (
        <tbody>
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
                  <RowCell row={row} field={field} />
                </TopCell>
              ))}
            </tr>
          ))}
        </tbody>
      ) : (
        <SkeletonRows rows={5} columns={fields.length + 2} />
      )}
    </DataTable>
  );
}
