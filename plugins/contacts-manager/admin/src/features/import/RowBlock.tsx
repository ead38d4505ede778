import { useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import type { ImportRowView } from '../../../../shared/contracts/import-rows';
import { useGetImportRowsQuery } from '../../api/imports';
import { labelCells } from '../../components/DataTable';
import { LoadFailure } from '../../components/LoadFailure';
import { BLOCK_ROWS, type Block } from './row-blocks';
import type { rowsQueryOf } from './row-filters';
import { useIsNear } from './useIsNear';

/** Of a row nobody has seen yet, in pixels; most are as high. */
const ROW_HEIGHT = 57;

interface Props {
  importId: string;
  query: ReturnType<typeof rowsQueryOf> & { round: number };
  /** Rows that were of this kind and were corrected. Keep it the same from call to call. */
  keptRows: () => number[];
  block: Block;
  columns: number;
  /** Drawn without waiting to be seen. */
  isFirst: boolean;
  children: (row: ImportRowView, index: number) => ReactNode;
  /** Called with the rows whenever they come, change, or go. */
  onRows: (rows: readonly ImportRowView[]) => void;
}

/** A hundred rows of a long table: drawn while they are near the screen, else a gap of their height. */
export function RowBlock(props: Props) {
  const { importId, query, keptRows, block, columns, isFirst, children, onRows } = props;
  const body = useRef<HTMLTableSectionElement>(null);
  const isNear = useIsNear(body, isFirst);
  const [height, setHeight] = useState(block.rows * ROW_HEIGHT);
  const keep = keptRows().join(',');
  const { currentData, data, error, isFetching, refetch } = useGetImportRowsQuery(
    { id: importId, ...query, page: block.page, pageSize: BLOCK_ROWS, ...(keep && { keep }) },
    { skip: !isNear },
  );
  // The former rows stay, dimmed, while newer ones come: the screen does not jump.
  const rows = isNear ? (currentData ?? data)?.results : undefined;

  useEffect(() => onRows(rows ?? []), [rows, onRows]);
  useLayoutEffect(() => {
    if (!rows || !body.current) return;
    labelCells(body.current.closest('table'));
    setHeight(body.current.offsetHeight);
  }, [rows]);

  if (rows) {
    return (
      <tbody ref={body} aria-busy={isFetching}>
        {rows.map((row, index) => children(row, block.first + index))}
      </tbody>
    );
  }
  return (
    <tbody ref={body} aria-busy={isNear && isFetching}>
      <tr style={{ height }}>
        <td colSpan={columns}>
          {isNear && error !== undefined ? (
            <LoadFailure error={error} onRetry={() => void refetch()} />
          ) : null}
        </td>
      </tr>
    </tbody>
  );
}
