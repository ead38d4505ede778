import { adaptForeignExport } from './foreign-exports';
import { TEMPLATE_HEADERS } from './person-cells';
import type { RawRow, SheetRow } from './types';

const row = (number: number, cells: string[]): RawRow => ({ row: number as SheetRow, cells });

/** The row that these columns of an export become, without its blank cells; null when it is no export. */
function adapted(columns: Record<string, string>) {
  const header = row(1, Object.keys(columns));
  const adapt = adaptForeignExport(header, 'IN');
  if (!adapt) return null;
  expect(adapt(header)).toEqual({ row: 1, cells: TEMPLATE_HEADERS });
  const { row: number, cells } = adapt(row(5, Object.values(columns)));
  expect(number).toBe(5);
  return Object.fromEntries(
    TEMPLATE_HEADERS.flatMap((title, at) => (cells[at] ? [[title, cells[at]]] : [])),
  );
}

const GOOGLE = {
  'First Name': 'Asha',
  'Middle Name': 'Devi',
  'Last Name': 'Rao',
  'Phonetic First Name': '',
  'Organization Name': 'School',
  Notes: 'Comes on Mondays',
  Labels: '* myContacts ::: * Friends ::: * starred ::: My Contacts ::: Pickup, North',
  'E-mail 1 - Label': 'Home',
  'E-mail 1 - Value': 'home@example.com',
  'E-mail 2 - Label': '* Work',
  'E-mail 2 - Value': 'work@example.com',
  'Phone 1 - Label': 'Home',
  'Phone 1 - Value': '+91 11 2345 6789',
  'Phone 2 - Label': 'Mobile',
  'Phone 2 - Value': '+91 98765 43210 ::: 098765-43211',
  'Phone 3 - Label': 'Work Fax',
  'Phone 3 - Value': '+91 11 2345 6780',
};

it("reads Google's export", () => {
  expect(adapted(GOOGLE)).toEqual({
    Name: 'Asha Devi Rao',
    'Primary Contact': '+91 98765 43210',
    'Secondary Contact': '098765-43211',
    Email: 'work@example.com',
    Groups: 'Friends, "Pickup, North"',
    Notes:
      'Comes on Mondays\nOther numbers: +91 11 2345 6789, +91 11 2345 6780 (fax)\nOther e-mail addresses: home@example.com',
  });
});

it('takes the number first that Google marks as preferred', () => {
  expect(adapted({ ...GOOGLE, 'Phone 1 - Label': '* Home' })).toMatchObject({
    'Primary Contact': '+91 11 2345 6789',
    'Secondary Contact': '+91 98765 43210',
  });
});

it("reads Google's old export", () => {
  const columns = {
    Name: 'Asha Rao',
    'Given Name': 'Asha',
    'Additional Name': '',
    'Family Name': 'Rao',
    Notes: '',
    'Group Membership': 'Friends ::: * myContacts',
    'E-mail 1 - Type': '* ',
    'E-mail 1 - Value': 'asha@example.com',
    'Phone 1 - Type': 'Home',
    'Phone 1 - Value': '+911123456789',
    'Phone 2 - Type': 'Mobile',
    'Phone 2 - Value': '98765 43210 ::: +919876543210',
  };
  const person = {
    'Primary Contact': '98765 43210',
    'Secondary Contact': '+911123456789',
    Email: 'asha@example.com',
    Groups: 'Friends',
  };
  expect(adapted(columns)).toEqual({ Name: 'Asha Rao', ...person });
  expect(adapted({ ...columns, Name: '', 'Additional Name': 'D.' })).toEqual({
    Name: 'Asha D. Rao',
    ...person,
  });
});

it("reads Outlook's export", () => {
  const columns = {
    'First Name': 'Asha',
    'Middle Name': '',
    'Last Name': 'Rao',
    'Business Fax': '+914',
    'Business Phone': '+913',
    'Home Phone': '',
    'Mobile Phone': '+911',
    'Primary Phone': '+912',
    Pager: '+915',
    Categories: 'Friends;Pickup, North',
    'E-mail Address': 'asha@example.com',
    'E-mail 2 Address': 'b@example.com',
    Notes: 'n',
  };
  expect(adapted(columns)).toEqual({
    Name: 'Asha Rao',
    'Primary Contact': '+911',
    'Secondary Contact': '+912',
    Email: 'asha@example.com',
    Groups: 'Friends, "Pickup, North"',
    Notes:
      'n\nOther numbers: +913, +914 (fax), +915 (pager)\nOther e-mail addresses: b@example.com',
  });
});

it("reads Thunderbird's export", () => {
  const columns = {
    'First Name': 'Asha',
    'Last Name': 'Rao',
    'Display Name': '',
    'Primary Email': 'asha@example.com',
    'Work Phone': '+912',
    'Home Phone': '+913',
    'Fax Number': '+914',
    'Pager Number': '',
    'Mobile Number': '+911',
    Notes: 'n',
  };
  expect(adapted(columns)).toEqual({
    Name: 'Asha Rao',
    'Primary Contact': '+911',
    'Secondary Contact': '+912',
    Email: 'asha@example.com',
    Notes: 'n\nOther numbers: +913, +914 (fax)',
  });
  expect(adapted({ ...columns, 'Display Name': 'A. Rao' })).toMatchObject({ Name: 'A. Rao' });
});

it.each([
  [{ Name: 'A', 'Primary Contact': '+1', ...GOOGLE }],
  [{ 'First Name': 'A', 'Last Name': 'B', 'Mobile Phone': '+1' }],
  [{ Name: 'A', Phone: '+1' }],
  [{}],
])('leaves other tables alone: %j', (columns) => {
  expect(adapted(columns)).toBeNull();
});

it('does without a header', () => {
  expect(adaptForeignExport(undefined, undefined)).toBeNull();
});
