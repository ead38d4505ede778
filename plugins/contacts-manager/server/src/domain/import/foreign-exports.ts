import { headerKey } from '../../../../shared/header-words';
import { IMPORT_FIELDS } from '../../../../shared/import-fields';
import type { CountryCode } from '../../../../shared/phone';
import { personCells, TEMPLATE_HEADERS, type Person, type PersonPhone } from './person-cells';
import type { RawRow } from './types';

/** Groups that Google puts people into by itself; `* ` marks them in its older exports. */
const SYSTEM_GROUPS = ['mycontacts', 'my contacts', 'starred'];
const SYSTEM_MARK = /^\*\s*/;

/** Those that a person has made. */
const googleGroups = (cell: string): string[] =>
  cell.split(':::').flatMap((name) => {
    const own = name.trim().replace(SYSTEM_MARK, '');
    return own === '' || SYSTEM_GROUPS.includes(own.toLowerCase()) ? [] : [own];
  });

/** One row of an address book's export; columns are named as `headerKey` spells their headers. */
interface ExportRow {
  has(column: string): boolean;
  /** '' for a column that is not there. */
  cell(column: string): string;
}

/** An export of one program. */
interface Profile {
  /** Columns that stand side by side in this export and in no table that people make themselves. */
  signature: readonly string[];
  personOf(row: ExportRow): Person;
}

const GOOGLE: Profile = {
  signature: ['firstname', 'lastname', 'labels', 'phone1value'],
  personOf: (row) => ({
    name: joinedName(row, ['firstname', 'middlename', 'lastname']),
    groups: googleGroups(row.cell('labels')),
    ...numberedDetails(row),
  }),
};

/** Google's export until 2024, which other programs still write and read. */
const GOOGLE_OLD: Profile = {
  signature: ['givenname', 'familyname', 'groupmembership', 'phone1value'],
  personOf: (row) => ({
    name: row.cell('name') || joinedName(row, ['givenname', 'additionalname', 'familyname']),
    groups: googleGroups(row.cell('groupmembership')),
    ...numberedDetails(row),
  }),
};

const OUTLOOK: Profile = {
  signature: ['firstname', 'lastname', 'emailaddress', 'mobilephone', 'businessphone'],
  personOf: (row) => ({
    name: joinedName(row, ['firstname', 'middlename', 'lastname']),
    phones: [
      ...filled(row, ['mobilephone', 'primaryphone', 'businessphone', 'homephone']).map(phone),
      ...filled(row, ['businessphone2', 'homephone2', 'otherphone', 'carphone']).map(phone),
      ...filled(row, ['companymainphone']).map(phone),
      ...filled(row, ['businessfax', 'homefax', 'otherfax']).map(fax),
      ...filled(row, ['pager']).map(pager),
    ],
    emails: filled(row, ['emailaddress', 'email2address', 'email3address']),
    groups: row.cell('categories').split(';'),
    notes: filled(row, ['notes']),
  }),
};

const THUNDERBIRD: Profile = {
  signature: ['firstname', 'lastname', 'displayname', 'primaryemail', 'mobilenumber'],
  personOf: (row) => ({
    name: row.cell('displayname') || joinedName(row, ['firstname', 'lastname']),
    phones: [
      ...filled(row, ['mobilenumber', 'workphone', 'homephone']).map(phone),
      ...filled(row, ['faxnumber']).map(fax),
      ...filled(row, ['pagernumber']).map(pager),
    ],
    emails: filled(row, ['primaryemail', 'secondaryemail']),
    groups: [],
    notes: filled(row, ['notes']),
  }),
};

const PROFILES = [GOOGLE, GOOGLE_OLD, OUTLOOK, THUNDERBIRD];

/** Our own columns: a table that has them means what it says. */
const OWN = [IMPORT_FIELDS.name.header, IMPORT_FIELDS.primaryContact.header].map(headerKey);

/** Turns a row of the export into one under the template's headers. */
export type Adapt = (row: RawRow) => RawRow;

/** How to read the export that `header` begins; null when it is of no program we know, or of the template. */
export function adaptForeignExport(
  header: RawRow | undefined,
  defaultCountry: CountryCode | undefined,
): Adapt | null {
  const columns = new Map<string, number>();
  header?.cells.forEach((cell, at) => {
    const key = headerKey(cell);
    if (!columns.has(key)) columns.set(key, at);
  });
  const hasAll = (keys: readonly string[]) => keys.every((key) => columns.has(key));
  const profile = PROFILES.find(({ signature }) => hasAll(signature));
  if (!profile || hasAll(OWN)) return null;
  return (row) => {
    if (row === header) return { row: row.row, cells: [...TEMPLATE_HEADERS] };
    const person = profile.personOf({
      has: (column) => columns.has(column),
      cell: (column) => (row.cells[columns.get(column) ?? -1] ?? '').trim(),
    });
    return { row: row.row, cells: personCells(person, defaultCountry) };
  };
}

const filled = (row: ExportRow, columns: readonly string[]): string[] =>
  columns.map((column) => row.cell(column)).filter((text) => text !== '');

const joinedName = (row: ExportRow, columns: readonly string[]): string =>
  filled(row, columns).join(' ');

const phone = (text: string): PersonPhone => ({ text });
const fax = (text: string): PersonPhone => ({ text, device: 'fax' });
const pager = (text: string): PersonPhone => ({ text, device: 'pager' });

interface Labelled {
  label: string;
  text: string;
}

/** What Google keeps in columns such as `Phone 1 - Label` (once `Type`) and `Phone 1 - Value`. */
function numberedDetails(row: ExportRow): Pick<Person, 'phones' | 'emails' | 'notes'> {
  return {
    phones: numbered(row, 'phone').toSorted(byRank).map(labelledPhone),
    emails: numbered(row, 'email')
      .toSorted(byRank)
      .map(({ text }) => text),
    notes: filled(row, ['notes']),
  };
}

function numbered(row: ExportRow, kind: 'phone' | 'email'): Labelled[] {
  const found: Labelled[] = [];
  for (let at = 1; row.has(`${kind}${at}value`); at += 1) {
    const label = row.cell(`${kind}${at}label`) || row.cell(`${kind}${at}type`);
    // Several details with one label share a cell.
    for (const text of row.cell(`${kind}${at}value`).split(':::')) {
      if (text.trim() !== '') found.push({ label, text: text.trim() });
    }
  }
  return found;
}

/** Google marks the preferred one with a star. */
const rankOf = ({ label }: Labelled): number => {
  if (label.startsWith('*')) return 0;
  return /mobile|cell/i.test(label) ? 1 : 2;
};

const byRank = (a: Labelled, b: Labelled): number => rankOf(a) - rankOf(b);

function labelledPhone({ label, text }: Labelled): PersonPhone {
  if (/fax/i.test(label)) return fax(text);
  return /pager/i.test(label) ? pager(text) : phone(text);
}
