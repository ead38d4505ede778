import { inSection, PEOPLE, PEOPLE_READ, type Expectation } from './fixture';

const csv = inSection('Text files', 'people.csv');

const quoted = (cell: string): string =>
  /[",;\t|\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const table = (delimiter: string, rows = PEOPLE): string =>
  rows.map((cells) => cells.map(quoted).join(delimiter)).join('\r\n');

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const RUSSIANS = ['Анна Смирнова', 'Иван Петров', 'Ольга Кузнецова', 'Сергей Васильев'];
/** Its capital and small letters stand in the order of the alphabet, from 0xC0 on. */
const inWindows1251 = (text: string): Buffer =>
  Buffer.from([...text].map((char) => (char === ' ' ? 0x20 : char.charCodeAt(0) - 0x410 + 0xc0)));

const HEAD = 'Name,Primary Contact,Notes\n';
const reads = (cells: Record<string, string>): Expectation => ({
  state: 'review',
  counts: { create: 1 },
  rows: [{ primaryContact: '+919810000001', ...cells }],
});

export const TEXT_FILES = [
  csv('commas', () => Buffer.from(table(',')), PEOPLE_READ),
  csv('semicolons', () => Buffer.from(table(';')), PEOPLE_READ),
  csv('tabs', () => Buffer.from(table('\t')), PEOPLE_READ, { fileName: 'people.tsv' }),
  csv('vertical bars', () => Buffer.from(table('|')), PEOPLE_READ, { fileName: 'people.txt' }),
  csv('a first line sep=;', () => Buffer.from(`sep=;\r\n${table(';')}`), PEOPLE_READ),
  csv(
    'quotation marks',
    () => Buffer.from(`${HEAD}"Rao, ""Asha""",+919810000001,5'10" tall\n`),
    reads({ name: 'Rao, "Asha"', notes: '5\'10" tall' }),
  ),
  csv(
    'line breaks in cells',
    () => Buffer.from(`${HEAD}Asha Rao,+919810000001,"two\r\nlines"\r\n`),
    reads({ name: 'Asha Rao', notes: 'two\r\nlines' }),
  ),
  csv(
    'old Macintosh line ends',
    () => Buffer.from('Name,Primary Contact\rAsha Rao,+919810000001\r'),
    reads({ name: 'Asha Rao' }),
  ),
  csv('UTF-8 with a byte order mark', () => Buffer.from(`\ufeff${table(',')}`), PEOPLE_READ),
  csv(
    'letters of every script, UTF-8 without a mark',
    () => Buffer.from(`${HEAD}東京 𝒜 José,+919810000001,\n`),
    reads({ name: '東京 𝒜 José' }),
  ),
  csv('UTF-16, little end first', () => utf16(table('\t')), PEOPLE_READ),
  csv('UTF-16, big end first', () => utf16(table('\t')).swap16(), PEOPLE_READ),
  csv(
    'windows-1252, Excel’s “CSV”',
    () => Buffer.from(`${HEAD}Jos\xe9 M\xfcller,+919810000001,5 \x80\n`, 'latin1'),
    reads({ name: 'José Müller', notes: '5 €' }),
  ),
  csv(
    'windows-1251, Cyrillic',
    () =>
      Buffer.concat([
        Buffer.from(HEAD),
        ...RUSSIANS.map((name, at) =>
          Buffer.concat([inWindows1251(name), Buffer.from(`,+91981000000${at + 1},\n`)]),
        ),
      ]),
    {
      state: 'review',
      counts: { create: 4 },
      rows: RUSSIANS.map((name, at) => ({ name, primaryContact: `+91981000000${at + 1}` })),
    },
  ),
  csv(
    'Shift_JIS, Japanese',
    () =>
      Buffer.concat([
        Buffer.from(HEAD),
        // 田中さんはせんせいです
        Buffer.from('9363928682b382f182cd82b982f182b982a282c582b7', 'hex'),
        Buffer.from(',+919810000001,\n'),
      ]),
    reads({ name: '田中さんはせんせいです' }),
  ),
  csv(
    'rows of different lengths',
    () => Buffer.from(`${HEAD}Asha Rao,+919810000001\nRavi Iyer,+919810000002,ok,more,cells\n`),
    { state: 'review', counts: { create: 2 } },
  ),
  csv('headers and nothing else', () => Buffer.from(HEAD), { code: 'file.no-rows' }),
  csv('named .xlsx', () => Buffer.from(table(',')), PEOPLE_READ, { fileName: 'people.xlsx' }),
];
