import { ERRORS } from '../../../../shared/errors';
import {
  NEW_NAMES_LISTED,
  type ImportCounts,
  type ImportView,
  type NewName,
  type SheetPreview,
} from '../../../../shared/contracts/imports';
import type { ImportRecord } from '../../repositories/imports/import-record';

const NO_COUNTS: ImportCounts = {
  total: 0,
  create: 0,
  update: 0,
  unchanged: 0,
  skip: 0,
  reject: 0,
};

/** A column that is no list of groups has a name in every row, and the answer is asked for again and again. */
function listed(names: readonly NewName[]): NewName[] {
  if (names.length <= NEW_NAMES_LISTED) return [...names];
  const isNear = ({ near }: NewName) => near !== undefined;
  return [...names.filter(isNear), ...names.filter((name) => !isNear(name))].slice(
    0,
    NEW_NAMES_LISTED,
  );
}

/** What the plan comes to; nothing for an import that is not read yet. */
export const totalsOf = (record: ImportRecord) => ({
  counts: record.counts ?? NO_COUNTS,
  dropped: record.dropped,
  newNames: record.newNames ?? { categories: [], groups: [] },
  assumedInternational: record.assumedInternational ?? [],
  sharedNumbers: record.sharedNumbers ?? { rows: 0, first: [] },
  formulaCells: record.formulaCells,
  lackingCountry: record.lackingCountry,
});

/** First rows of other people's sheets are of no use to anybody who is not asked about them. */
const sheetsOf = ({ state, table }: ImportRecord): SheetPreview[] => {
  const sheets = table?.sheets ?? [];
  return state === 'mapping' ? sheets : sheets.map(({ name }) => ({ name, rows: [] }));
};

/** The totals as they are answered: of names only so many, and how many there are. */
function shownTotalsOf(record: ImportRecord) {
  const { newNames, ...totals } = totalsOf(record);
  const { categories, groups } = newNames;
  return {
    ...totals,
    newNames: { categories: listed(categories), groups: listed(groups) },
    newNameCounts: { categories: categories.length, groups: groups.length },
  };
}

export const viewImport = (record: ImportRecord): ImportView => ({
  id: record.documentId,
  state: record.state,
  progress: record.progress,
  fileName: record.fileName,
  options: {
    existing: record.existing,
    unknownNames: record.unknownNames,
    sharedSecondary: record.sharedSecondary,
    country: record.country,
    ...record.added,
    newStatus: record.newStatus,
  },
  ...shownTotalsOf(record),
  corrected: record.corrected,
  numbersWithoutCountry: record.numbersWithoutCountry ?? { count: 0, guess: null },
  queue: null,
  applied: {
    create: record.appliedCreate,
    update: record.appliedUpdate,
    taken: record.appliedTaken,
  },
  question: record.state === 'mapping' ? (record.question ?? 'columns') : null,
  sheets: sheetsOf(record),
  sheet: record.table?.sheet ?? null,
  headerRow: record.table?.headerRow ?? null,
  headers: record.headers ?? [],
  mapping: record.mapping ?? {},
  createdAt: record.createdAt.toISOString(),
  createdBy: record.actor.name,
  finishedAt: record.finishedAt?.toISOString() ?? null,
  workMs: record.workMs,
  hasFile: record.hasFile,
  operationId: record.operation?.documentId ?? null,
  ...(record.errorCode && {
    error: { code: record.errorCode, message: record.errorMessage ?? ERRORS[record.errorCode] },
  }),
});
