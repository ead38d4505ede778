import { inSection, type Expectation } from './fixture';

const contacts = inSection('Contact cards and exports', 'contacts.vcf');

const asha = (more: Record<string, string> = {}): Expectation => ({
  state: 'review',
  counts: { create: 1 },
  rows: [{ name: 'Asha Rao', primaryContact: '+919810000001', ...more }],
});
const lines = (...parts: string[]) => Buffer.from(`${parts.join('\r\n')}\r\n`);
const card = (version: string, ...parts: string[]) =>
  lines('BEGIN:VCARD', `VERSION:${version}`, ...parts, 'END:VCARD');

/** What phones, address books and mail programs write. */
export const CONTACT_FILES = [
  contacts(
    'vCard 2.1, quoted-printable',
    () =>
      card(
        '2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Rao;Ash=C3=A1',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Ash=C3=A1 =',
        'Rao',
        'TEL;CELL:+919810000001',
      ),
    asha({ name: 'Ashá Rao' }),
  ),
  contacts(
    'vCard 3.0, folded lines, groups and a second number',
    () =>
      card(
        '3.0',
        'FN:Asha',
        '  Rao',
        'item1.TEL;TYPE=HOME:+919810000002',
        'TEL;TYPE=CELL,PREF:+919810000001',
        'EMAIL;TYPE=INTERNET:asha@example.com',
        'CATEGORIES:Choir,Pickup\\, North',
        'NOTE:First\\nSecond',
      ),
    asha({
      secondaryContact: '+919810000002',
      email: 'asha@example.com',
      groups: 'Choir, "Pickup, North"',
      notes: 'First\nSecond',
    }),
  ),
  contacts(
    'vCard 4.0, numbers as addresses',
    () => card('4.0', 'N:Rao;Asha;;;', 'TEL;VALUE=uri;PREF=1:tel:+91-98100-00001'),
    asha({ primaryContact: 'tel:+91-98100-00001' }),
  ),
  contacts('a card without an end', () => lines('BEGIN:VCARD', 'VERSION:3.0', 'FN:Asha Rao'), {
    code: 'file.corrupt',
  }),
  contacts(
    'Google Contacts, today’s export',
    () =>
      lines(
        'First Name,Middle Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Phone 1 - Label,Phone 1 - Value',
        'Asha,,Rao,* myContacts ::: Choir,* Home,asha@example.com,Mobile,+919810000001 ::: +919810000002',
      ),
    asha({ secondaryContact: '+919810000002', email: 'asha@example.com', groups: 'Choir' }),
    { fileName: 'contacts.csv' },
  ),
  contacts(
    'Google Contacts, the older export',
    () =>
      lines(
        'Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Type,Phone 1 - Value',
        'Asha Rao,Asha,Rao,* myContacts ::: Choir,* Home,asha@example.com,Mobile,+919810000001',
      ),
    asha({ email: 'asha@example.com', groups: 'Choir' }),
    { fileName: 'google.csv' },
  ),
  contacts(
    'Outlook',
    () =>
      lines(
        'First Name,Middle Name,Last Name,E-mail Address,Mobile Phone,Business Phone,Home Phone,Categories,Notes',
        'Asha,,Rao,asha@example.com,+919810000001,+919810000002,,Choir;North,First',
      ),
    asha({
      secondaryContact: '+919810000002',
      email: 'asha@example.com',
      groups: 'Choir, North',
      notes: 'First',
    }),
    { fileName: 'outlook.csv' },
  ),
  contacts(
    'Thunderbird',
    () =>
      lines(
        'First Name,Last Name,Display Name,Primary Email,Work Phone,Home Phone,Mobile Number,Notes',
        'Asha,Rao,Asha Rao,asha@example.com,,,+919810000001,First',
      ),
    asha({ email: 'asha@example.com', notes: 'First' }),
    { fileName: 'thunderbird.csv' },
  ),
];
