import { emailSchema, notesSchema } from '../../../../shared/contact';
import type { CustomField, FieldValues } from '../../../../shared/custom-fields';
import type { RowIssue } from '../../../../shared/contracts/import-rows';
import type { ColumnMapping } from '../../../../shared/contracts/imports';
import type { ErrorCode } from '../../../../shared/errors';
import {
  customColumn,
  EXAMPLE_NAME,
  IMPORT_FIELD_NAMES,
  type ImportColumn,
} from '../../../../shared/import-fields';
import { readPlainCell } from '../../../../shared/plain-cell';
import type { CountryCode } from '../../../../shared/phone';
import { cleanName, isName, nameKey } from '../../../../shared/text';
import { readFieldCell } from '../custom-fields/cells';
import { splitGroups } from './groups-cell';
import { readNumbers } from './numbers-cell';
import type { CheckedRow, NamedCell, RawRow, SheetRow } from './types';

const MAX_GROUPS = 500;

type Cells = CheckedRow['cells'];
type Report = (field: ImportColumn, code: ErrorCode) => void;

interface Reading {
  defaultCountry: CountryCode | undefined;
  fields: readonly CustomField[];
}

/**
 * Reads one row: normalised values, and every problem that shows without knowing the directory. A blank
 * name is no problem yet, it may stand for an existing contact. Null for rows without a value in any
 * mapped column and for the template's example row.
 */
export function checkRow(
  raw: RawRow,
  mapping: ColumnMapping,
  defaultCountry: CountryCode | undefined,
  fields: readonly CustomField[] = [],
): CheckedRow | null {
  const cells = mappedCells(raw, mapping, fields);
  if (Object.keys(cells).length === 0) return null;
  if (cells.name?.trim() === EXAMPLE_NAME) return null;
  return checkCells(raw.row, cells, { defaultCountry, fields });
}

/** The same for cells that are known by their fields. */
export function checkCells(
  row: SheetRow,
  cells: Cells,
  { defaultCountry, fields }: Reading,
): CheckedRow {
  const issues: RowIssue[] = [];
  const report: Report = (field, code) =>
    issues.push({ row, field, code, value: cells[field] ?? '' });
  const name = readName(cells, report);
  const category = readCategory(cells, report);
  const numbers = readNumbers(cells, defaultCountry);
  for (const { field, code } of numbers.issues) report(field, code);
  return {
    row,
    name,
    category,
    primaryContact: numbers.primaryContact,
    secondaryContact: numbers.secondaryContact,
    assumedCountries: numbers.assumedCountries,
    email: cells.email === undefined ? null : readEmail(cells, report),
    groups: readGroups(cells, report),
    notes: cells.notes === undefined ? null : readNotes(cells, report),
    customFields: readCustomFields(cells, fields, report),
    cells: { ...cells, ...numbers.cells },
    issues,
  };
}

function mappedCells(raw: RawRow, mapping: ColumnMapping, fields: readonly CustomField[]): Cells {
  const cells: Cells = {};
  const columns = [...IMPORT_FIELD_NAMES, ...fields.map(({ key }) => customColumn(key))];
  for (const field of columns) {
    const column = mapping[field];
    const cell = typeof column === 'number' ? raw.cells[column] : undefined;
    if (cell !== undefined && cell.trim() !== '') cells[field] = readPlainCell(cell);
  }
  return cells;
}

function readName(cells: Cells, report: Report): string | null {
  if (cells.name === undefined) return null;
  const name = cleanName(cells.name);
  if (isName(name)) return name;
  report('name', 'name.invalid');
  return null;
}

function readEmail(cells: Cells, report: Report): string | null {
  const parsed = emailSchema.safeParse(cells.email);
  if (parsed.success) return parsed.data;
  report('email', 'email.invalid');
  return null;
}

function readNotes(cells: Cells, report: Report): string | null {
  const parsed = notesSchema.safeParse(cells.notes);
  if (parsed.success) return parsed.data;
  report('notes', 'notes.invalid');
  return null;
}

function readCustomFields(
  cells: Cells,
  fields: readonly CustomField[],
  report: Report,
): FieldValues {
  const values: FieldValues = {};
  for (const field of fields) {
    const column = customColumn(field.key);
    const cell = cells[column];
    if (cell === undefined) continue;
    const reading = readFieldCell(field, cell);
    if (!reading.ok) report(column, reading.code);
    else if (reading.value !== null) values[field.key] = reading.value;
  }
  return values;
}

function readCategory(cells: Cells, report: Report): NamedCell | null {
  if (cells.category === undefined) return null;
  const name = cleanName(cells.category);
  if (isName(name)) return { key: nameKey(name), name };
  report('category', 'name.invalid');
  return null;
}

function readGroups(cells: Cells, report: Report): readonly NamedCell[] {
  const groups = splitGroups(cells.groups ?? '');
  if (!groups) report('groups', 'groups.invalid');
  else if (!groups.every(({ name }) => isName(name))) report('groups', 'name.invalid');
  else if (groups.length > MAX_GROUPS) report('groups', 'value.invalid');
  else return groups;
  return [];
}
