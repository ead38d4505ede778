import type { RowIssue } from '../../../../shared/contracts/import-rows';
import type { ErrorCode } from '../../../../shared/errors';
import type { CustomField, FieldValues } from '../../../../shared/custom-fields';
import { customColumn, type ImportColumn } from '../../../../shared/import-fields';
import { searchTextOf } from '../../../../shared/search';
import { PHONE_SLOTS } from '../../../../shared/uniqueness';
import { writeFieldCell } from '../custom-fields/cells';
import { fillIn } from '../custom-fields/merge-values';
import { withAdditions } from './additions';
import { findChanges } from './changes';
import type { Claims } from './claims';
import { findExcluding, indexByPhone, sharesSecondary, type Directory } from './number-owners';
import type {
  CheckedRow,
  DirectoryEntry,
  ImportPolicy,
  KnownNames,
  NamedCell,
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

function planRow(given: CheckedRow, directory: Directory, context: PlanContext): StagedRow {
  const match = matchOf(given, directory);
  const shares = sharesSecondary(given, match, directory, context);
  const isDropped = shares && context.policy.sharedSecondary === 'drop';
  const row = isDropped ? { ...given, secondaryContact: null } : given;
  const issues = [
    ...row.issues.filter((issue) => !isStoredValue(issue, row, match, context.fields)),
    ...missingName(row, match),
    ...(match ? [] : missingFields(row, context.fields)),
    ...numberIssues(row, match, directory, context),
    ...(context.policy.unknownNames === 'reject' ? unknownNameIssues(row, context.known) : []),
  ];
  const staged = stageRow(row, issues);
  if (issues.length > 0) return staged;
  for (const field of ['primaryContact', 'secondaryContact'] as const) {
    const phone = row[field];
    // Only a row without a problem wins its numbers; skipped rows have none either.
    if (phone) context.claims.claim(phone, PHONE_SLOTS[field], row.row);
  }
  const planned = match ? planMatch(staged, row, match, context) : planNew(staged, row, context);
  planned.sharesNumber = shares && WRITES.includes(planned.decision);
  return planned;
}

/** A row that a person left out: it has no numbers and does nothing. */
export const leaveOut = (row: CheckedRow): StagedRow => ({
  ...stageRow(row, row.issues),
  decision: 'drop',
});

const WRITES: readonly StagedRow['decision'][] = ['create', 'update'];

const matchOf = (row: CheckedRow, directory: Directory): DirectoryEntry | undefined =>
  row.primaryContact
    ? directory.get(row.primaryContact)?.find(({ slot }) => slot === 'primary')
    : undefined;

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
  sharesNumber: false,
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
  staged.changes = findChanges(withAdditions(row, match, context.policy.added), match, context);
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

/**
 * Whether the cell is what an export writes for the contact's own value, such as an option that was removed since: a
 * value that equals the stored one always passes. It is not read, and so the stored one stays.
 */
function isStoredValue(
  { field: column }: RowIssue,
  row: CheckedRow,
  match: DirectoryEntry | undefined,
  fields: readonly CustomField[],
): boolean {
  const field = fields.find(({ key }) => customColumn(key) === column);
  if (!field) return false;
  const stored = writeFieldCell(field, match?.customFields?.[field.key]);
  return stored !== '' && stored === row.cells[column];
}

/** A blank name never erases the name of an existing contact; a new one needs a name. */
const missingName = (row: CheckedRow, match: DirectoryEntry | undefined): RowIssue[] =>
  match || row.cells.name !== undefined ? [] : [issueOf(row, 'name', 'name.invalid')];

function numberIssues(
  row: CheckedRow,
  match: DirectoryEntry | undefined,
  directory: Directory,
  { claims, policy: { uniqueness } }: PlanContext,
): RowIssue[] {
  return (['primaryContact', 'secondaryContact'] as const).flatMap((field) => {
    const phone = row[field];
    const isSame = field === 'secondaryContact' && phone === row.primaryContact;
    // Two equal numbers in one row have their own issue, and one owner is enough of it.
    if (!phone || isSame) return [];
    const claimedBy = claims.rowOf(phone, PHONE_SLOTS[field], uniqueness);
    if (claimedBy !== undefined) {
      return [issueOf(row, field, 'phone.repeated', { detail: String(claimedBy) })];
    }
    const holder = findExcluding(directory.get(phone), match, PHONE_SLOTS[field], uniqueness);
    return holder ? [issueOf(row, field, 'phone.taken', { detail: holder.name })] : [];
  });
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
