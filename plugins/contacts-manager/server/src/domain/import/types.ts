import type { RowDecision, RowIssue } from '../../../../shared/contracts/import-rows';
import type {
  ColumnMapping,
  ImportCounts,
  NewName,
  NumbersWithoutCountry,
  SharedSecondary,
  SheetPreview,
} from '../../../../shared/contracts/imports';
import type { FieldValues } from '../../../../shared/custom-fields';
import type { ImportColumn } from '../../../../shared/import-fields';
import type { CountryCode, E164 } from '../../../../shared/phone';
import type { PhoneSlot, Uniqueness } from '../../../../shared/uniqueness';

declare const sheetRow: unique symbol;
/** 1-based row number as the spreadsheet program shows it, header row included. */
export type SheetRow = number & { readonly [sheetRow]: true };

/** One row of the file as text; `cells[i]` belongs to column i (0-based), '' when empty. */
export interface RawRow {
  row: SheetRow;
  cells: string[];
  /** Columns whose text is what a formula came to when the file was saved; left out when there are none. */
  formulas?: number[];
}

export interface ImportPolicy {
  existing: 'skip' | 'update';
  unknownNames: 'create' | 'reject';
  uniqueness: Uniqueness;
  sharedSecondary: SharedSecondary;
  defaultCountry: CountryCode | undefined;
  /** What everybody gets beside what the rows say; nothing when it is left out. */
  added?: Additions;
}

/** Groups for everybody who is written, and the category of those who have none, in the row or already. */
export interface Additions {
  groups: readonly NamedCell[];
  category: NamedCell | null;
}

/** What the directory knows about one phone number that stands in a row. */
export interface DirectoryEntry {
  phone: string;
  slot: PhoneSlot;
  contactId: number;
  documentId: string;
  name: string;
  contactStatus: string;
  primaryContact: string;
  secondaryContact: string | null;
  email: string | null;
  notes: string | null;
  customFields: Record<string, unknown> | null;
  categoryKey: string | null;
  groupKeys: string[];
}

/** Names of the categories and groups that exist when the plan is made, by their key (`nameKey`). */
export interface KnownNames {
  categories: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
}

/** A category or group as a cell names it. */
export interface NamedCell {
  key: string;
  name: string;
}

/** One row of the file, read field by field. Values that could not be read are null and have an issue. */
export interface CheckedRow {
  row: SheetRow;
  name: string | null;
  primaryContact: E164 | null;
  secondaryContact: E164 | null;
  email: string | null;
  notes: string | null;
  /** By key; only those that the row fills in. */
  customFields: FieldValues;
  category: NamedCell | null;
  groups: readonly NamedCell[];
  cells: Partial<Record<ImportColumn, string>>;
  issues: RowIssue[];
  /** Countries of the numbers that were read as international although they have no `+`. */
  assumedCountries: string[];
}

/**
 * One planned row, exactly as it is staged in the database and later applied. Values are normalised;
 * null means blank, and blank never erases anything. For updates `searchText` is that of the contact
 * after the update.
 */
export interface StagedRow {
  row: SheetRow;
  decision: RowDecision;
  /** New contacts get their documentId when planned, so that applying a row twice can be seen. */
  documentId: string | null;
  /** The matched contact of updates, unchanged and skipped rows. */
  contactId: number | null;
  name: string | null;
  primaryContact: string | null;
  secondaryContact: string | null;
  email: string | null;
  notes: string | null;
  /** By key: what is written; null when there is nothing. */
  customFields: FieldValues | null;
  categoryKey: string | null;
  groupKeys: string[];
  searchText: string | null;
  /** As they stand in the file, two numbers of one cell apart; only the mapped fields that are not empty. */
  cells: Partial<Record<ImportColumn, string>>;
  changes: { field: ImportColumn; before: string; after: string }[];
  issues: RowIssue[];
  /** Its secondary number is somebody else's, too: kept as a shared number, or left blank. */
  sharesNumber: boolean;
}

export interface PlanSummary {
  counts: ImportCounts;
  dropped: number;
  newNames: { categories: NewName[]; groups: NewName[] };
  assumedInternational: { country: string; rows: number }[];
  sharedNumbers: { rows: number; first: number[] };
  /** Cells of the columns that are read whose text is the saved result of a formula, or blank where none was saved. */
  formulaCells: number;
  /** Rows with a problem that a country for numbers without country code would solve. */
  lackingCountry: number;
  headers: string[];
  mapping: ColumnMapping;
  table: SourceTable;
  numbersWithoutCountry: NumbersWithoutCountry;
}

/** Which table of a file is read, out of which. */
export interface SourceTable {
  sheets: SheetPreview[];
  sheet: string;
  headerRow: number;
}
