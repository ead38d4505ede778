import type { RowDecision, RowState } from '../../../../shared/contracts/import-rows';
import type { ImportView } from '../../../../shared/contracts/imports';

/** The ways to look at the rows, in the order of the screen. */
export const ROW_FILTERS = [
  'all',
  'create',
  'update',
  'unchanged',
  'skip',
  'reject',
  'drop',
  'taken',
  'unsaved',
] as const satisfies readonly ('all' | 'taken' | 'unsaved' | RowDecision)[];
export type RowFilter = (typeof ROW_FILTERS)[number];

export const readRowFilter = (text: string | null): RowFilter =>
  ROW_FILTERS.find((filter) => filter === text) ?? 'all';

/** Before the rows are saved a row is "New"; afterwards it is "Added", unless its number was taken meanwhile. */
export type Tense = 'planned' | 'done';

const isWrite = (filter: RowFilter): filter is 'create' | 'update' =>
  filter === 'create' || filter === 'update';

/** Rows that were to be written when the import stopped. */
const unsavedOf = ({ state, counts, applied }: ImportView): number =>
  state === 'failed' || state === 'cancelled'
    ? counts.create + counts.update - applied.create - applied.update - applied.taken
    : 0;

export function countOf(view: ImportView, tense: Tense, filter: RowFilter): number {
  const { counts, applied } = view;
  if (filter === 'all') return counts.total;
  if (filter === 'drop') return view.dropped;
  if (filter === 'taken') return applied.taken;
  if (filter === 'unsaved') return unsavedOf(view);
  return tense === 'done' && isWrite(filter) ? applied[filter] : counts[filter];
}

/** Always what every import is about; the rest when there is something, or when the chosen policy makes it a question. */
export function shownFilters(view: ImportView, tense: Tense): RowFilter[] {
  const asked: ReadonlySet<RowFilter> = new Set([
    'all',
    'create',
    'reject',
    ...(view.options.existing === 'update' ? (['update', 'unchanged'] as const) : []),
    ...(view.options.existing === 'skip' ? (['skip'] as const) : []),
  ]);
  return ROW_FILTERS.filter((filter) => asked.has(filter) || countOf(view, tense, filter) > 0);
}

/** What to ask the server for. */
export function rowsQueryOf(
  filter: RowFilter,
  tense: Tense,
): { decision?: RowDecision; state?: RowState } {
  if (filter === 'all') return {};
  if (filter === 'taken') return { state: 'taken' };
  if (filter === 'unsaved') return { state: 'planned' };
  return tense === 'done' && isWrite(filter)
    ? { decision: filter, state: 'applied' }
    : { decision: filter };
}
