/** What can name candidate contacts by an index. */
export type Driver =
  'status' | 'category' | 'group' | 'search' | 'numbers' | 'created' | 'statusChanged' | 'fields';

/** How many candidates each condition of the filter leaves; absent when the filter has no such condition. */
export type Sizes = Partial<Record<Driver, number>>;

export type ListPlan =
  /** Read the sort index from its start and drop what does not match. */
  | { kind: 'walk' }
  /** Collect every candidate of one condition, then sort. */
  | { kind: 'collect'; driver: Driver };

/** Up to here collecting and sorting takes a few milliseconds, wherever the hits stand in the list. */
export const SMALL = 10_000;

/** So many members of a category or group can be passed on the way to the few that are in the tab. */
export const PASSED = 3 * SMALL;

/**
 * Few hits are collected, because a walk might pass the whole directory before it has met a page of
 * them; of many, the walk soon meets enough.
 */
export function choosePlan(sizes: Sizes): ListPlan {
  const driver = smallestOf(sizes);
  return driver && driver.size <= SMALL
    ? { kind: 'collect', driver: driver.name }
    : { kind: 'walk' };
}

export function smallestOf(sizes: Sizes): { name: Driver; size: number } | null {
  const order: Driver[] = [
    ...(['numbers', 'group', 'category', 'search'] as const),
    ...(['created', 'statusChanged', 'fields', 'status'] as const),
  ];
  return order
    .flatMap((name) => (sizes[name] === undefined ? [] : [{ name, size: sizes[name] }]))
    .reduce<{ name: Driver; size: number } | null>(
      (least, entry) => (least && least.size <= entry.size ? least : entry),
      null,
    );
}
