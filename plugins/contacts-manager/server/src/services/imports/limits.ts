import type { Dialect } from '../../database/dialect';
import type { ReadLimits } from '../../readers/protocol';

const MEGABYTE = 1024 * 1024;

/** A million people with notes fit; a file made to hurt the server does not. */
export const READ_LIMITS: ReadLimits = {
  fileBytes: 100 * MEGABYTE,
  inflatedBytes: 2_000 * MEGABYTE,
  rows: 1_000_000,
  milliseconds: 15 * 60_000,
  heapMb: 512,
};

/**
 * Rows written in one transaction. SQLite runs on the server's own thread, so that a statement must be
 * short; PostgreSQL only gains from fewer round trips.
 */
export const CHUNK_ROWS: Record<Dialect, number> = { sqlite: 500, postgres: 2_500 };

/** Claims of one import without progress, after which it is given up: its file or its data end the server. */
export const MAX_ATTEMPTS = 5;
