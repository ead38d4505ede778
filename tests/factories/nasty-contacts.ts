import { notesSchema } from '../../plugins/contacts-manager/shared/contact';
import type { FieldValues } from '../../plugins/contacts-manager/shared/custom-fields';
import { cleanName } from '../../plugins/contacts-manager/shared/text';
import type { TestApp } from '../helpers/app';
import { phoneNumber } from './contacts';

/** What makes a formula, or looks like it, in front of a text. */
const STARTS = [
  ...[
    '',
    '=',
    '+',
    '-',
    '@',
    '＝',
    '＋',
    '－',
    '＠',
    "'",
    "'=",
    "''=",
    '"',
    '"=',
    '\'"@',
    '= =',
    '+1',
    '-1+',
  ],
  ...['\u00a0=', '"\u3000=', '\u200f=', '_x0041_', '_x', '&lt;', '<b>', '\\', ';', ',', '|', '#'],
];
const BODIES = [
  ...[
    'Asha Rao',
    'عائشة محمد',
    'שָׂרָה כהן',
    '👩‍🚀 Zoë',
    '🏳️‍🌈',
    'रमा देवी',
    'q\u0303a\u0308\u0323',
    'Ángström',
    'ﬁ ①',
  ],
  ...[
    'O’Neil "Bo", Jr.',
    'a,b;c|d',
    'HYPERLINK("http://x";"y")',
    '1+1',
    '919812345678',
    "cmd|' /C calc'!A0",
  ],
  ...[
    '"',
    '""',
    "''",
    'x'.repeat(200),
    'null',
    'true',
    '1E5',
    '00123',
    '&amp; <![CDATA[',
    'İstanbul ǅ',
    '中文、名',
  ],
];
const BREAKS = ['\n', '\n=1+1\n', '\n\n"\n', '\t', ' \u0007_x0007_ ', '\u2028', '\n,;\n', '\u0085'];

export const NASTY_GROUPS = [
  ...[
    'Smith, Jones & Co',
    'The "A" team',
    '=evil',
    '@all',
    "'=quoted",
    "O'Brien",
    'semi;colon',
    '"',
    ',',
    '","',
  ],
  ...[
    '=a, b',
    '"=x", y',
    '"whole"',
    'عائلة',
    '👩‍🚀',
    '-',
    '+919812345678',
    'a, "b", c',
    ' '.repeat(3) + 'x',
    '#N/A',
  ],
].map(cleanName);

/** One field of each type; what is chosen there is nasty, too. */
export const NASTY_FIELDS = [
  { key: 'company', label: '=Company', type: 'text' },
  { key: 'story', label: 'Story, "long"', type: 'long-text' },
  { key: 'score', label: '-Score', type: 'number' },
  { key: 'vip', label: '@vip', type: 'yes-no' },
  { key: 'born', label: 'تاريخ', type: 'date' },
  { key: 'size', label: "'=Size", type: 'choice', options: ['=S', '-M', '+L', '"XL"', 'a, b'] },
  {
    key: 'drinks',
    label: 'Drinks;',
    type: 'choices',
    options: ['=Tea', 'Coffee, black', '"x"', '-'],
  },
  { key: 'office', label: 'Office 📮', type: 'email' },
  { key: 'site', label: '＝Site', type: 'link' },
];
const NUMBERS = [0, -5, -0.25, 1e21, -1e-7, 9_007_199_254_740_991, 3.141592653589793, -1e300];

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!;

/** A text of all starts and bodies by and by. */
const textOf = (index: number): string =>
  at(STARTS, index) + at(BODIES, Math.floor(index / STARTS.length));

/** As the product itself would store it. */
const notesOf = (index: number): string | null =>
  index % 4 === 3
    ? null
    : notesSchema.parse(
        at(STARTS, index * 7) + textOf(index + 5) + at(BREAKS, index) + textOf(index + 11),
      );

const emailOf = (who: string, index: number): string =>
  `${at(['+', '-', "'+", "'", '_'], index)}${who}${index}@example.com`;

function fieldsOf(index: number): FieldValues | null {
  if (index % 5 === 4) return null;
  const [size, drinks] = [NASTY_FIELDS[5]!.options!, NASTY_FIELDS[6]!.options!];
  return {
    company: textOf(index + 3)
      .normalize('NFC')
      .trim(),
    story: `${at(STARTS, index)}${textOf(index)}\n=${at(BODIES, index)}`.normalize('NFC').trim(),
    score: at(NUMBERS, index),
    vip: index % 2 === 0,
    born: `19${10 + (index % 90)}-02-28`,
    size: at(size, index),
    drinks: drinks.filter((_, position) => position <= index % drinks.length),
    office: emailOf('office', index),
    site: `https://example.com/?q==${index},"x";'@+-`,
  };
}

/** A name of a contact: unique, because it ends in its number. */
const nameOf = (index: number): string => cleanName(`${textOf(index)} ${index}`);

/**
 * Contacts by one statement for each table, ids from 1: texts from right to left, emoji, combining marks, starts of
 * formulas, quotes, line breaks; in groups whose names need quoting. For tables that were empty.
 */
export async function fillWithNastyContacts(app: TestApp, count: number): Promise<void> {
  const groups = await app.knex('contact_groups').select<{ id: number }[]>('id').orderBy('id');
  const people = Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    document_id: `nasty${index}`,
    name: nameOf(index),
    primary_contact: phoneNumber(index),
    secondary_contact: index % 3 === 0 ? phoneNumber(1_000_000 + index) : null,
    email: index % 2 === 0 ? emailOf('person', index) : null,
    notes: notesOf(index),
    custom_fields: JSON.stringify(fieldsOf(index)),
  }));
  const links = people.flatMap(({ id }) =>
    groups
      .filter((_, position) => (id + position) % 7 === 0)
      .map((group) => ({ contact_id: id, group_id: group.id })),
  );
  await insertContacts(app, JSON.stringify(people));
  await insertLinks(app, JSON.stringify(links));
}

async function insertContacts({ knex, client }: TestApp, people: string): Promise<void> {
  const columns = 'id, document_id, name, primary_contact, secondary_contact, email, notes';
  const types =
    'id int, document_id text, name text, primary_contact text, secondary_contact text, email text, notes text';
  const rows =
    client === 'postgres'
      ? `select ${columns}, custom_fields::jsonb, 'active', 'import', '', now(), now(), now()
         from jsonb_to_recordset(:people) as p(${types}, custom_fields text) order by id`
      : `select ${columns
          .split(', ')
          .map((column) => `value ->> '${column}'`)
          .join(
            ', ',
          )}, value ->> 'custom_fields', 'active', 'import', '', 1767225600000, 1767225600000, 1767225600000
         from json_each(:people)`;
  await knex.raw(
    `insert into contacts (${columns}, custom_fields, contact_status, source, search_text,
       created_at, updated_at, published_at) ${rows}`,
    { people },
  );
}

async function insertLinks({ knex, client }: TestApp, links: string): Promise<void> {
  const rows =
    client === 'postgres'
      ? 'select contact_id, group_id from jsonb_to_recordset(:links) as l(contact_id int, group_id int)'
      : `select value ->> 'contact_id', value ->> 'group_id' from json_each(:links)`;
  await knex.raw(`insert into contacts_groups_lnk (contact_id, group_id) ${rows}`, { links });
}
