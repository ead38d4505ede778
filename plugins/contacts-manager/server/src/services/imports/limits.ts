import type { Settings } from '../../../../shared/contracts/settings';
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

/** Claims of one import without progress, after which it is given up: its file or its data end the server. */
export const MAX_ATTEMPTS = 5;
