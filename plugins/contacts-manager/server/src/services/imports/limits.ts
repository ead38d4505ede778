import type { Settings } from '../../../../shared/contracts/settings';
import type { Dialect } from '../../database/dialect';
import type { ReadLimits } from '../../readers/protocol';

const MEGABYTE = 1024 * 1024;

/** A million people with notes fit; a file made to hurt the server does not, whatever the settings say. */
export const readLimits = ({ limits }: Pick<Settings, 'limits'>): ReadLimits => ({
  fileBytes: limits.importFileBytes,
  inflatedBytes: 2_000 * MEGABYTE,
  rows: limits.importRows,
  milliseconds: limits.importMinutes * 60_000,
  heapMb: limits.importMemoryMb,
});

/**
 * Rows written in one transaction. Every commit waits for the disk and writes the pages of all indexes again, so that
 * few large ones take half the time of many small ones; others wait for the database meanwhile on SQLite, which has
 * one writer, and a cancellation waits on both.
 */
export const CHUNK_ROWS: Record<Dialect, number> = { sqlite: 2_000, postgres: 2_500 };

/** Claims of one import without progress, after which it is given up: its file or its data end the server. */
export const MAX_ATTEMPTS = 5;
