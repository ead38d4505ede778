/** As many rows as the server gives at once. */
export const BLOCK_ROWS = 100;
/** Rows that scroll in one table: browsers draw nothing below some twenty million pixels. Further ones are on further pages. */
export const TABLE_ROWS = 10_000;

export interface Block {
  /** Of the server's pages, 1-based. */
  page: number;
  /** 0-based, over all rows. */
  first: number;
  rows: number;
}

/** The blocks of one page of the table, of `total` rows over all pages. */
export function blocksOf(total: number, page: number): Block[] {
  const start = (page - 1) * TABLE_ROWS;
  const end = Math.min(total, start + TABLE_ROWS);
  return Array.from({ length: Math.max(Math.ceil((end - start) / BLOCK_ROWS), 0) }, (_, index) => {
    const first = start + index * BLOCK_ROWS;
    return { page: first / BLOCK_ROWS + 1, first, rows: Math.min(BLOCK_ROWS, end - first) };
  });
}
