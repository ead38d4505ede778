import type { ImportState, ImportView } from '../../../../shared/contracts/imports';

export const STEPS = ['upload', 'review', 'confirm', 'result'] as const;
export type Step = (typeof STEPS)[number];

/** The step a person is at; an import that failed or was cancelled stopped on its way. */
export const STEP_OF = {
  parsing: 'upload',
  mapping: 'upload',
  review: 'review',
  committing: 'confirm',
  done: 'result',
  failed: 'upload',
  cancelled: 'result',
  undone: 'result',
} as const satisfies Record<ImportState, Step>;

/** The server works by itself in these states; in the others it waits for a person or has ended. */
export const isWorking = (state: ImportState): boolean =>
  state === 'parsing' || state === 'committing';

const FAST_MS = 700;
const SLOW_MS = 5_000;

/**
 * How often to ask for news, 0 for never. A waiting import is asked for slowly, because a second tab or
 * another person may confirm or cancel it.
 */
export function pollingInterval(state: ImportState, isConnectionLost: boolean): number {
  if (isConnectionLost) return 2_000;
  if (isWorking(state)) return FAST_MS;
  return state === 'review' || state === 'mapping' ? SLOW_MS : 0;
}

/** What confirming would do. */
export const plannedWrites = ({ counts }: Pick<ImportView, 'counts'>): number =>
  counts.create + counts.update;
