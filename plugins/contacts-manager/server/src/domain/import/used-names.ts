import { nameKey } from '../../../../shared/text';
import type { CheckedRow, NamedCell, PlanSummary, StagedRow } from './types';

/** Names that rows to be written use, known or new, as they would be created. */
export interface UsedNames {
  categories: NamedCell[];
  groups: NamedCell[];
}

type NewNames = PlanSummary['newNames'];

/**
 * The names in use after rows were corrected: without new ones that no row has any more, which would otherwise be
 * created for nobody, and with those of the corrected rows.
 */
export function reviseUsedNames(
  used: UsedNames,
  newNames: { before: NewNames; after: NewNames },
  rows: readonly { checked: CheckedRow; staged: StagedRow }[],
): UsedNames {
  const written = rows.filter(({ staged }) => ['create', 'update'].includes(staged.decision));
  const revise = (kind: keyof UsedNames, cells: readonly NamedCell[]): NamedCell[] => {
    const keysOf = (names: NewNames) => new Set(names[kind].map(({ name }) => nameKey(name)));
    const [before, after] = [keysOf(newNames.before), keysOf(newNames.after)];
    const kept = used[kind].filter(({ key }) => !before.has(key) || after.has(key));
    return [...new Map([...cells, ...kept].map((cell) => [cell.key, cell])).values()];
  };
  return {
    categories: revise(
      'categories',
      written.flatMap(({ checked }) => checked.category ?? []),
    ),
    groups: revise(
      'groups',
      written.flatMap(({ checked }) => checked.groups),
    ),
  };
}
