import type { Dialect } from '../../database/dialect';

/**
 * Rows written in one transaction, at first and at most. Every commit waits for the disk and writes the pages of all
 * indexes again, so that few large ones take half the time of many small ones; others wait for the database meanwhile on
 * SQLite, which has one writer, and a cancellation waits on both.
 */
export const CHUNK_ROWS: Record<Dialect, { first: number; most: number }> = {
  sqlite: { first: 1_000, most: 2_000 },
  postgres: { first: 2_500, most: 2_500 },
};
const FEWEST = 500;

/** Milliseconds of a commit on SQLite, in which the server's only thread answers nobody. */
const COMMIT = { short: 50, wanted: 100, long: 140 };

/**
 * Rows of the next chunk on SQLite, when the commit of one of so many rows took so many milliseconds: the fuller the
 * directory is, the more pages of its indexes are changed.
 */
export function nextChunkRows(rows: number, commitMs: number): number {
  if (commitMs >= COMMIT.short && commitMs <= COMMIT.long) return rows;
  const wanted = Math.round((rows * COMMIT.wanted) / Math.max(commitMs, 1));
  // A single slow commit is the disk's, and says little of the next.
  return Math.min(CHUNK_ROWS.sqlite.most, Math.max(FEWEST, wanted, Math.round(rows / 2)));
}
