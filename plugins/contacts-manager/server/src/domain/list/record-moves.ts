import { z } from 'zod';

/** Where a view names categories or groups. */
const LISTS = {
  group: ['groups', 'groupsAll', 'groupsNone'],
  category: ['category'],
} as const;
type List = (typeof LISTS)[keyof typeof LISTS][number];

/** documentIds: all of `from` go to `into`. */
export interface Move {
  from: string;
  into: string;
}

/** What a move has done to a list, so that it can be taken back. */
export const recordedMove = z.object({
  from: z.string(),
  into: z.string(),
  list: z.enum([...LISTS.group, ...LISTS.category]),
  /** `into` came instead of `from`; otherwise it was there beside it. */
  isInstead: z.boolean(),
});
export type RecordedMove = z.output<typeof recordedMove>;

/** A view's search, as far as moves are concerned; filters have lists of documentIds. */
export interface MovedSearch {
  filter: Partial<Record<string, unknown>>;
  moves?: RecordedMove[] | undefined;
}

/**
 * Members move in steps. From the first on whoever is excluded by one of the two is excluded by both, so that
 * nobody is reached on the way; with the last the other lists follow.
 */
export type Stage = 'begin' | 'end';

const isAt = (stage: Stage, list: List) => stage === 'end' || list === 'groupsNone';
const idsIn = ({ filter }: MovedSearch, list: List): unknown[] => [filter[list] ?? []].flat();
const withIds = <Search extends MovedSearch>(
  search: Search,
  list: List,
  ids: unknown[],
): Search => ({
  ...search,
  filter: { ...search.filter, [list]: [...new Set(ids)] },
});
const isOf = ({ from, into }: Move, move: Move) => move.from === from && move.into === into;

/** The search after one category or group has been merged into another. */
export function follow<Search extends MovedSearch>(
  search: Search,
  kind: keyof typeof LISTS,
  move: Move,
  stage: Stage,
): Search {
  let moved = search;
  for (const list of LISTS[kind]) {
    const ids = idsIn(moved, list);
    if (!ids.includes(move.from) || !isAt(stage, list)) continue;
    const moves = moved.moves ?? [];
    if (!moves.some((one) => isOf(move, one) && one.list === list)) {
      const isInstead = !ids.includes(move.into);
      moved = { ...moved, moves: [...moves, { ...move, list, isInstead }] };
    }
    const kept = stage === 'begin' ? ids : ids.filter((id) => id !== move.from);
    moved = withIds(moved, list, [...kept, move.into]);
  }
  return moved;
}

/** The search after that was undone. A list that somebody has taken the other one out of stays so. */
export function followBack<Search extends MovedSearch>(
  search: Search,
  move: Move,
  stage: Stage,
): Search {
  const moves = search.moves ?? [];
  let moved = search;
  for (const { list, isInstead } of moves.filter((one) => isOf(move, one))) {
    const ids = idsIn(moved, list);
    if (!ids.includes(move.into) || !isAt(stage, list)) continue;
    const kept = stage === 'end' && isInstead ? ids.filter((id) => id !== move.into) : ids;
    moved = withIds(moved, list, [...kept, move.from]);
  }
  return stage === 'begin' ? moved : { ...moved, moves: moves.filter((one) => !isOf(move, one)) };
}
