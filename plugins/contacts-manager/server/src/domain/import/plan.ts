import type { RowIssue } from '../../../../shared/contracts/imports';
import type { ErrorCode } from '../../../../shared/errors';
import type { CustomField, FieldValues } from '../../../../shared/custom-fields';
import { customColumn, type ImportColumn } from '../../../../shared/import-fields';
import type { E164 } from '../../../../shared/phone';
import { searchTextOf } from '../../../../shared/search';
import { fillIn } from '../custom-fields/merge-values';
import { findChanges } from './changes';
import type {
  CheckedRow,
  DirectoryEntry,
  ImportPolicy,
  KnownNames,
  NamedCell,
  SheetRow,
  StagedRow,
} from './types';

export interface PlanContext {
  policy: ImportPolicy;
  known: KnownNames;
  /** The custom fields there are when the plan is made. */
  fields: readonly CustomField[];
  claims: Claims;
  newDocumentId: () => string;
}

/** Which row of the file has a number, over all batches. */
export interface Claims {
  rowOf(phone: E164): SheetRow | undefined;
  claim(phone: E164, row: SheetRow): void;
}

/** Numbers as numbers: E.164 has at most 15 digits, which a double holds exactly in half the memory. */
export function createClaims(): Claims {
  const rows = new Map<number, SheetRow>();
  const keyOf = (phone: E164) => Number(phone.slice(1));
  return {
    rowOf: (phone) => rows.get(keyOf(phone)),
    claim: (phone, row) => rows.set(keyOf(phone), row),
  };
}

type Directory = ReadonlyMap<string, DirectoryEntry>;

/**
 * Plans the rows of one batch in their order. `entries` are all contacts that hold a number of these
 * rows, in either slot; `claims` remembers the numbers of the rows before and is added to.
 */
export function planBatch(
  rows: readonly CheckedRow[],
  entries: readonly DirectoryEntry[],
  context: PlanContext,
): StagedRow[] {
  const directory = indexByPhone(entries);
  return rows.map((row) => planRow(row, directory, context));
}

/** Secondary numbers may be shared under the setting `primary`; a primary is what rows match by. */
function indexByPhone(entries: readonly DirectoryEntry[]): Directory {
  const directory = new Map<string, DirectoryEntry>();
  for (const entry of entries) {
    if (entry.slot === 'primary' || !directory.has(entry.phone)) directory.set(entry.phone, entry);
  }
  return directory;
}

function planRow(row: CheckedRow, directory: Directory, context: PlanContext): StagedRow {
  const owner = row.primaryContact ? directory.get(row.primaryContact) : undefined;
  const match = owner?.slot === 'primary' ? owner : undefined;
  const issues = [
    ...row.issues,
    ...missingName(row, match),
    ...(match ? [] : missingFields(row, context.fields)),
    ...numberIssues(row, match, directory, context.claims),
    ...(context.policy.unknownNames === 'reject' ? unknownNameIssues(row, context.known) : []),
  ];
  const staged = stageRow(row, issues);
  if (issues.length > 0) return staged;
  for (const phone of [row.primaryContact, row.secondaryContact]) {
    // Only a row without a problem wins its numbers; skipped rows have none either.
    if (phone) context.claims.claim(phone, row.row);
  }
  return match ? planMatch(staged, row, match, context) : planNew(staged, row, context);
}

const stageRow = (row: CheckedRow, issues: RowIssue[]): StagedRow => ({
  row: row.row,
  decision: 'reject',
  documentId: null,
  contactId: null,
  name: row.name,
  primaryContact: row.primaryContact,
  secondaryContact: row.secondaryContact,
  email: row.email,
  notes: row.notes,
  customFields: orNull(row.customFields),
  categoryKey: row.category?.key ?? null,
  groupKeys: row.groups.map(({ key }) => key),
  searchText: null,
  cells: row.cells,
  changes: [],
  issues,
});

function planNew(staged: StagedRow, row: CheckedRow, context: PlanContext): StagedRow {
  const { name, primaryContact, secondaryContact, email } = staged;
  if (name === null || primaryContact === null) return staged;
  staged.decision = 'create';
  staged.documentId = context.newDocumentId();
  staged.customFields = orNull({ ...defaultValues(row, context.fields), ...row.customFields });
  staged.searchText = searchTextOf({ name, primaryContact, secondaryContact, email });
  return staged;
}

function planMatch(
  staged: StagedRow,
  row: CheckedRow,
  match: DirectoryEntry,
  context: PlanContext,
): StagedRow {
  staged.contactId = match.contactId;
  staged.documentId = match.documentId;
  staged.decision = 'skip';
  if (context.policy.existing === 'skip') return staged;
  staged.changes = findChanges(row, match, context);
  staged.decision = staged.changes.length > 0 ? 'update' : 'unchanged';
  if (staged.decision === 'unchanged') return staged;
  staged.searchText = searchTextOf({
    name: row.name ?? match.name,
    primaryContact: match.primaryContact,
    secondaryContact: row.secondaryContact ?? match.secondaryContact,
    email: row.email ?? match.email,
  });
  return staged;
}

const issueOf = (
  row: CheckedRow,
  field: ImportColumn,
  code: ErrorCode,
  more: Partial<Pick<RowIssue, 'value' | 'detail'>> = {},
): RowIssue => ({ row: row.row, field, code, value: row.cells[field] ?? '', ...more });

const orNull = (values: FieldValues): FieldValues | null =>
  Object.keys(values).length > 0 ? values : null;

const unfilled = (row: CheckedRow, fields: readonly CustomField[]) =>
  fillIn(fields, new Set(Object.keys(row.customFields)));

const defaultValues = (row: CheckedRow, fields: readonly CustomField[]): FieldValues =>
  Object.fromEntries(unfilled(row, fields).values);

/** A cell that could not be read has its own issue. */
const missingFields = (row: CheckedRow, fields: readonly CustomField[]): RowIssue[] =>
  unfilled(row, fields)
    .missing.map(customColumn)
    .filter((column) => row.cells[column] === undefined)
    .map((column) => issueOf(row, column, 'field.required'));

/** A blank name never erases the name of an existing contact; a new one needs a name. */
const missingName = (row: CheckedRow, match: DirectoryEntry | undefined): RowIssue[] =>
  match || row.cells.name !== undefined ? [] : [issueOf(row, 'name', 'name.invalid')];

function numberIssues(
  row: CheckedRow,
  match: DirectoryEntry | undefined,
  directory: Directory,
  claims: Claims,
): RowIssue[] {
  const check = (field: 'primaryContact' | 'secondaryContact', own: DirectoryEntry | undefined) => {
    const phone = row[field];
    const isSame = field === 'secondaryContact' && phone === row.primaryContact;
    // Two equal numbers in one row have their own issue, and one owner is enough of it.
    if (!phone || isSame) return [];
    const claimedBy = claims.rowOf(phone);
    if (claimedBy !== undefined) {
      return [issueOf(row, field, 'phone.repeated', { detail: String(claimedBy) })];
    }
    const holder = directory.get(phone);
    return !holder || holder === own
      ? []
      : [issueOf(row, field, 'phone.taken', { detail: holder.name })];
  };
  const ownSecondary = row.secondaryContact ? directory.get(row.secondaryContact) : undefined;
  const isOwn = ownSecondary?.slot === 'secondary' && ownSecondary.contactId === match?.contactId;
  return [
    ...check('primaryContact', match),
    ...check('secondaryContact', isOwn ? ownSecondary : undefined),
  ];
}

function unknownNameIssues(row: CheckedRow, known: KnownNames): RowIssue[] {
  const { category } = row;
  const isUnknown = ({ key }: NamedCell) => !known.groups.has(key);
  return [
    ...(category && !known.categories.has(category.key)
      ? [issueOf(row, 'category', 'category.unknown', { value: category.name })]
      : []),
    ...row.groups
      .filter(isUnknown)
      .map(({ name }) => issueOf(row, 'groups', 'group.unknown', { value: name })),
  ];
}
