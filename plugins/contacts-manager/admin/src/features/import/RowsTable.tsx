import { useCallback, useLayoutEffect, useRef } from 'react';
import { ROWS_KEPT, type ImportRowView } from '../../../../shared/contracts/import-rows';
import type { ImportView } from '../../../../shared/contracts/imports';
import { ActionsHead, DataTable, HeadCell, SkeletonRows } from '../../components/DataTable';
import { useText } from '../../components/useText';
import { blocksOf } from './row-blocks';
import { RowBlock } from './RowBlock';
import { rowsQueryOf, type RowFilter, type Tense } from './row-filters';
import { SheetRow } from './SheetRow';
import { useCellKeys } from './useCellKeys';
import { useSheetColumns } from './useSheetColumns';

interface Props {
  view: ImportView;
  tense: Tense;
  filter: RowFilter;
  /** Of `TABLE_ROWS` rows, 1-based. */
  page: number;
  /** Another one begins where rows are to be asked for anew. */
  round: number;
  /** Rows over all pages; undefined while nobody knows. */
  total: number | undefined;
  isBusy: boolean;
}

/** All rows of the file with what happens, or happened, to each; those near the screen are there. */
export function RowsTable({ view, tense, filter, page, round, total, isBusy }: Props) {
  const t = useText();
  const area = useRef<HTMLDivElement>(null);
  // Corrected rows stay where they are as long as their kind is looked at, or what follows would move up unseen.
  const kept = useRef({ filter, round, rows: new Set<number>() });
  if (kept.current.filter !== filter || kept.current.round !== round) {
    kept.current = { filter, round, rows: new Set() };
  }
  const { columns, noteRows } = useSheetColumns(view);
  const isEditable = view.state === 'review';
  const { ensureStop, handlers } = useCellKeys(area);
  const handleRows = useCallback(
    (rows: readonly ImportRowView[]) => {
      noteRows(rows);
      ensureStop();
      const { decision } = rowsQueryOf(filter, tense);
      for (const row of rows) {
        if (decision && row.decision !== decision) kept.current.rows.add(row.row);
      }
    },
    [noteRows, ensureStop, filter, tense],
  );
  useLayoutEffect(() => {
    area.current?.querySelector('[data-scroll]')?.scrollTo({ top: 0 });
  }, [filter, page]);
  const keptRows = useCallback(() => [...kept.current.rows].slice(-ROWS_KEPT), []);
  const width = columns.length + (isEditable ? 3 : 2);
  return (
    <div ref={area} {...(isEditable ? handlers : {})}>
      <DataTable label={t('import.rows.label')} isBusy={isBusy} rowCount={total ?? 0}>
        <thead>
          <tr>
            <HeadCell label={t('import.rows.number')} />
            <HeadCell label={t('import.rows.outcome')} />
            {columns.map(({ field, label }) => (
              <HeadCell key={field} label={label} />
            ))}
            {isEditable ? <ActionsHead label={t('column.actions')} /> : null}
          </tr>
        </thead>
        {total === undefined ? (
          <SkeletonRows rows={5} columns={width} />
        ) : (
          blocksOf(total, page).map((block, index) => (
            <RowBlock
              key={index}
              importId={view.id}
              query={{ ...rowsQueryOf(filter, tense), round }}
              keptRows={keptRows}
              block={block}
              columns={width}
              isFirst={index === 0}
              onRows={handleRows}
            >
              {(row, position) => (
                <SheetRow
                  key={row.row}
                  importId={view.id}
                  row={row}
                  index={position}
                  columns={columns}
                  tense={tense}
                  isEditable={isEditable}
                />
              )}
            </RowBlock>
          ))
        )}
      </DataTable>
    </div>
  );
}
