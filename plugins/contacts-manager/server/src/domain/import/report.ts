import type { ColumnMapping, ImportCounts, NewName } from '../../../../shared/contracts/imports';
import { nameKey } from '../../../../shared/text';
import { nearName } from './near-names';
import type { CheckedRow, KnownNames, NamedCell, PlanSummary, RawRow, StagedRow } from './types';

type NameUses = Map<string, NewName>;

/** Running totals of a plan; `countRow` adds to it or takes away, `summarise` reads it. */
export interface PlanTally {
  counts: ImportCounts;
  dropped: number;
  categories: NameUses;
  groups: NameUses;
  assumed: Map<string, number>;
  shared: PlanSummary['sharedNumbers'];
  formulaCells: number;
  lackingCountry: number;
}

export const createTally = (): PlanTally => ({
  counts: { total: 0, create: 0, update: 0, unchanged: 0, skip: 0, reject: 0 },
  dropped: 0,
  categories: new Map(),
  groups: new Map(),
  assumed: new Map(),
  shared: { rows: 0, first: [] },
  formulaCells: 0,
  lackingCountry: 0,
});

/** What a correction leaves as the file was read. */
type AsRead = Pick<PlanSummary, 'headers' | 'mapping' | 'table' | 'numbersWithoutCountry'>;
type Totals = Omit<PlanSummary, keyof AsRead>;

/** The totals as they were summarised, to go on from. */
export const reopenTally = (totals: Totals): PlanTally => {
  const byKey = (names: readonly NewName[]): NameUses =>
    new Map(names.map((use) => [nameKey(use.name), { ...use }]));
  return {
    counts: { ...totals.counts },
    dropped: totals.dropped,
    categories: byKey(totals.newNames.categories),
    groups: byKey(totals.newNames.groups),
    assumed: new Map(totals.assumedInternational.map(({ country, rows }) => [country, rows])),
    shared: { rows: totals.sharedNumbers.rows, first: [...totals.sharedNumbers.first] },
    formulaCells: totals.formulaCells,
    lackingCountry: totals.lackingCountry,
  };
};

/**
 * Adds one planned row, or takes away what the row was before it was corrected. `total` is therefore always the
 * sum of the decisions.
 */
export function countRow(
  tally: PlanTally,
  row: CheckedRow,
  staged: Pick<StagedRow, 'row' | 'decision' | 'issues' | 'sharesNumber'>,
  known: KnownNames,
  by: 1 | -1 = 1,
): void {
  const { decision } = staged;
  tally.counts.total += by;
  if (decision === 'drop') {
    tally.dropped += by;
    return;
  }
  tally.counts[decision] += by;
  if (staged.issues.some(({ code }) => code === 'phone.country-code-missing')) {
    tally.lackingCountry += by;
  }
  if (usesNames(staged)) {
    if (row.category) countName(tally.categories, row.category, known.categories, by);
    for (const group of row.groups) countName(tally.groups, group, known.groups, by);
  }
  if (decision === 'reject') return;
  if (staged.sharesNumber) countShared(tally.shared, staged.row, by);
  for (const country of new Set(row.assumedCountries)) {
    const rows = (tally.assumed.get(country) ?? 0) + by;
    if (rows > 0) tally.assumed.set(country, rows);
    else tally.assumed.delete(country);
  }
}

/** Counts the formulas of a row in the columns that are read; the others do not matter to anybody. */
export function countFormulas(
  tally: PlanTally,
  { formulas }: RawRow,
  mapping: ColumnMapping,
): void {
  if (!formulas) return;
  const read = Object.values(mapping);
  for (const column of formulas) if (read.includes(column)) tally.formulaCells += 1;
}

/** Enough to look at in the sheet. */
const LISTED_ROWS = 20;

function countShared(shared: PlanTally['shared'], row: number, by: 1 | -1): void {
  shared.rows += by;
  if (by < 0) shared.first = shared.first.filter((one) => one !== row);
  else if (shared.first.length < LISTED_ROWS) {
    shared.first = [...shared.first, row].sort((a, b) => a - b);
  }
}

/** Names are created only for rows that are written; a row that an unknown name rejects shows it as well. */
const usesNames = ({ decision, issues }: Pick<StagedRow, 'decision' | 'issues'>): boolean =>
  decision === 'create' ||
  decision === 'update' ||
  issues.some(({ code }) => code === 'category.unknown' || code === 'group.unknown');

/** The first spelling in the file is the one that is shown and created. */
function countName(
  uses: NameUses,
  { key, name }: NamedCell,
  known: ReadonlyMap<string, string>,
  by: 1 | -1,
): void {
  const use = uses.get(key);
  if (!use) {
    if (by > 0 && !known.has(key)) uses.set(key, { name, rows: 1 });
    return;
  }
  use.rows += by;
  if (use.rows <= 0) uses.delete(key);
}

const mostUsedFirst = <Use extends { rows: number }>(uses: Use[]): Use[] =>
  uses.sort((a, b) => b.rows - a.rows);

const newNamesOf = (uses: NameUses, known: ReadonlyMap<string, string>): NewName[] => {
  const names = [...known.values()];
  return mostUsedFirst([...uses.values()]).map(({ name, rows }, index) => {
    const near = index < COMPARED_NAMES ? nearName(name, names) : undefined;
    return { name, rows, ...(near !== undefined && { near }) };
  });
};
/** A file with more new names than this has no typing errors but another list of groups. */
const COMPARED_NAMES = 500;

export const summariseTotals = (tally: PlanTally, known: KnownNames): Totals => ({
  counts: tally.counts,
  dropped: tally.dropped,
  newNames: {
    categories: newNamesOf(tally.categories, known.categories),
    groups: newNamesOf(tally.groups, known.groups),
  },
  assumedInternational: mostUsedFirst(
    [...tally.assumed].map(([country, rows]) => ({ country, rows })),
  ),
  sharedNumbers: tally.shared,
  formulaCells: tally.formulaCells,
  lackingCountry: tally.lackingCountry,
});

export const summarise = (tally: PlanTally, known: KnownNames, read: AsRead): PlanSummary => ({
  ...summariseTotals(tally, known),
  ...read,
});
