import type { ImportView, RowDecision, RowState } from '../../../../shared/contracts/imports';

/** The ways to look at the rows, in the order of the screen. */
export const ROW_FILTERS = [
  'all',
  'create',
  'update',
  'unchanged',
  'skip',
  'reject',
  'taken',
] as const satisfies readonly ('all' | 'taken' | RowDecision)[];
export type RowFilter = (typeof ROW_FILTERS)[number];

export const readRowFilter = (text: string | null): RowFilter =>
  ROW_FILTERS.find((filter) => filter === text) ?? 'all';

export const countOf = (view: ImportView, filter: RowFilter): number =>
  filter === 'all'
    ? view.counts.total
    : filter === 'taken'
      ? view.applied.taken
      : view.counts[filter];

/** Always what every import is about; the rest when there is something, or when the chosen policy makes it a question. */
export function shownFilters(view: ImportView): RowFilter[] {
  const asked: ReadonlySet<RowFilter> = new Set([
    'all',
    'create',
    'reject',
    ...(view.options.existing === 'update' ? (['update', 'unchanged'] as const) : []),
    ...(view.options.existing === 'skip' ? (['skip'] as const) : []),
  ]);
  return ROW_FILTERS.filter((filter) => asked.has(filter) || countOf(view, filter) > 0);
}

/** What to ask the server for. */
export function rowsQueryOf(filter: RowFilter): { decision?: RowDecision; state?: RowState } {
  if (filter === 'all') return {};
  return filter === 'taken' ? { state: 'taken' } : { decision: filter };
}
