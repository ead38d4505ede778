import type { ColumnMapping, ImportCounts } from '../../../../shared/contracts/imports';
import type { CheckedRow, KnownNames, NamedCell, PlanSummary, RawRow, StagedRow } from './types';

interface NameUse {
  name: string;
  rows: number;
}

/** Running totals of a plan; `countRow` adds to it, `summarise` reads it. */
export interface PlanTally {
  counts: ImportCounts;
  categories: Map<string, NameUse>;
  groups: Map<string, NameUse>;
  assumed: Map<string, number>;
  shared: PlanSummary['sharedNumbers'];
  formulaCells: number;
}

export const createTally = (): PlanTally => ({
  counts: { total: 0, create: 0, update: 0, unchanged: 0, skip: 0, reject: 0 },
  categories: new Map(),
  groups: new Map(),
  assumed: new Map(),
  shared: { rows: 0, first: [] },
  formulaCells: 0,
});

/** Adds one planned row. `total` is therefore always the sum of the decisions. */
export function countRow(
  tally: PlanTally,
  row: CheckedRow,
  staged: StagedRow,
  known: KnownNames,
): void {
  tally.counts.total += 1;
  tally.counts[staged.decision] += 1;
  if (usesNames(staged)) {
    if (row.category) countName(tally.categories, row.category, known.categories);
    for (const group of row.groups) countName(tally.groups, group, known.groups);
  }
  if (staged.decision === 'reject') return;
  if (staged.sharesNumber) countShared(tally.shared, staged.row);
  for (const country of new Set(row.assumedCountries)) {
    tally.assumed.set(country, (tally.assumed.get(country) ?? 0) + 1);
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

function countShared(shared: PlanTally['shared'], row: number): void {
  shared.rows += 1;
  if (shared.first.length < LISTED_ROWS) shared.first.push(row);
}

/** Names are created only for rows that are written; a row that an unknown name rejects shows it as well. */
const usesNames = ({ decision, issues }: StagedRow): boolean =>
  decision === 'create' ||
  decision === 'update' ||
  issues.some(({ code }) => code === 'category.unknown' || code === 'group.unknown');

/** The first spelling in the file is the one that is shown and created. */
function countName(
  uses: Map<string, NameUse>,
  { key, name }: NamedCell,
  known: ReadonlyMap<string, string>,
): void {
  if (known.has(key)) return;
  const use = uses.get(key);
  if (use) use.rows += 1;
  else uses.set(key, { name, rows: 1 });
}

const mostUsedFirst = <Use extends { rows: number }>(uses: Use[]): Use[] =>
  uses.sort((a, b) => b.rows - a.rows);

export const summarise = (
  tally: PlanTally,
  headers: string[],
  mapping: ColumnMapping,
): PlanSummary => ({
  counts: tally.counts,
  newNames: {
    categories: mostUsedFirst([...tally.categories.values()]),
    groups: mostUsedFirst([...tally.groups.values()]),
  },
  assumedInternational: mostUsedFirst(
    [...tally.assumed].map(([country, rows]) => ({ country, rows })),
  ),
  sharedNumbers: tally.shared,
  formulaCells: tally.formulaCells,
  headers,
  mapping,
});
