import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { IMPORT_FIELD_NAMES, type ImportField } from '../../../../shared/import-fields';
import type { CountryCode } from '../../../../shared/phone';
import type { RawRow } from '../../domain/import/types';
import { readVcard } from './read-vcard';

// Files of real size, on machines that do other work at the same time.
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-vcard-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer, country?: CountryCode): Promise<RawRow[]> {
  const file = path.join(folder, 'file.vcf');
  writeFileSync(file, content);
  const source = await readVcard(file, country);
  const rows: RawRow[] = [];
  for await (const chunk of source.chunks) rows.push(...chunk);
  expect(source.progress()).toBe(1);
  return rows;
}

const card = (...lines: string[]) =>
  ['BEGIN:VCARD', 'VERSION:3.0', ...lines, 'END:VCARD', ''].join('\r\n');
const oldCard = (...lines: string[]) => card(...lines).replace('VERSION:3.0', 'VERSION:2.1');

/** The filled cells of each card, by field. */
async function peopleIn(content: string | Buffer, country?: CountryCode) {
  const [, ...rows] = await read(content, country);
  return rows.map(({ cells }) =>
    Object.fromEntries(
      IMPORT_FIELD_NAMES.flatMap((field, at): [ImportField, string][] =>
        cells[at] ? [[field, cells[at]]] : [],
      ),
    ),
  );
}
const personIn = async (...given: Parameters<typeof peopleIn>) => (await peopleIn(...given))[0];

it("gives a row for each card under the template's headers", async () => {
  const text = card('FN:Asha Rao', 'TEL:+919876543210') + '\r\n' + card('FN:Ravi');
  await expect(read(text)).resolves.toEqual([
    {
      row: 1,
      cells: [
        'Name',
        'Category',
        'Primary Contact',
        'Secondary Contact',
        'Email',
        'Groups',
        'Notes',
      ],
    },
    { row: 2, cells: ['Asha Rao', '', '+919876543210', '', '', '', ''] },
    { row: 3, cells: ['Ravi', '', '', '', '', '', ''] },
  ]);
});

it('reads what an iPhone writes (3.0)', async () => {
  const text = card(
    'PRODID:-//Apple Inc.//iPhone OS 17.0//EN',
    'N:Rao;Asha;;;',
    'FN:Asha Rao',
    'ORG:Sunrise School;',
    'item1.EMAIL;type=INTERNET;type=HOME:home@example.com',
    'EMAIL;type=INTERNET;type=WORK;type=pref:work@example.com',
    'TEL;type=HOME;type=VOICE:+91 11 2345 6789',
    'item2.TEL;type=CELL;type=VOICE;type=pref:+91 98765 43210',
    'item2.X-ABLabel:_$!<Mobile>!$_',
    'NOTE:Comes on Mondays\\, and\\nleaves at 5\\; always',
    'CATEGORIES:myContacts,Friends,Pickup\\, North',
    'PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAA',
    ' 2Q==',
  );
  await expect(personIn(text)).resolves.toEqual({
    name: 'Asha Rao',
    primaryContact: '+91 98765 43210',
    secondaryContact: '+91 11 2345 6789',
    email: 'work@example.com',
    groups: 'Friends, "Pickup, North"',
    notes: 'Comes on Mondays, and\nleaves at 5; always\nOther e-mail addresses: home@example.com',
  });
});

it('reads what an Android phone writes (2.1)', async () => {
  const text = oldCard(
    'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E0=A4=B0=E0=A4=BE=E0=A4=B5;=E0=A4=\r\n=86=E0=A4=B6=E0=A4=BE;;;',
    'TEL;HOME:011-23456789',
    'TEL;CELL:098-765-43210',
    'ADR;HOME;ENCODING=QUOTED-PRINTABLE:;;Street 5=\r\nTEL:12345;;;;',
    'NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo=\r\n three=3D3',
    'PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\r\n SkZJRg==\r\n',
  );
  await expect(personIn(text)).resolves.toEqual({
    name: 'आशा राव',
    primaryContact: '098-765-43210',
    secondaryContact: '011-23456789',
    notes: 'one\r\ntwo three=3',
  });
});

it('reads 4.0, with numbers as links and preferences as figures', async () => {
  const text = card(
    'FN;LANGUAGE=en:Asha Rao',
    'TEL;VALUE=uri;PREF=2;TYPE="voice,home":tel:+91-11-2345-6789',
    'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+91-98765-43210',
    'EMAIL;PREF=100:b@example.com',
    'EMAIL;PREF=1:a@example.com',
  ).replace('3.0', '4.0');
  await expect(personIn(text)).resolves.toMatchObject({
    primaryContact: 'tel:+91-98765-43210',
    secondaryContact: 'tel:+91-11-2345-6789',
    email: 'a@example.com',
  });
});

describe('names', () => {
  it.each([
    [['FN:Asha Rao', 'N:Other;Name'], 'Asha Rao'],
    [['FN: ', 'N:Rao;Asha;Devi;Dr.;PhD'], 'Asha Devi Rao'],
    [['N:Rao'], 'Rao'],
    [['N:Rao\\; Sons;Asha'], 'Asha Rao; Sons'],
    [['fn:Asha'], 'Asha'],
    [['FN:C\\\\ompany'], 'C\\ompany'],
    [['FN:Asha', '  Rao'], 'Asha Rao'],
    [['FN:Asha', '\tRao'], 'AshaRao'],
  ])('of %j are %j', async (lines, name) => {
    await expect(personIn(card(...lines))).resolves.toEqual({ name });
  });

  it('keep the space at which 2.1 folds', async () => {
    await expect(personIn(oldCard('FN:Asha', ' Rao'))).resolves.toEqual({ name: 'Asha Rao' });
  });
});

describe('numbers', () => {
  const phonesOf = (lines: string[], country?: CountryCode) => personIn(card(...lines), country);

  it('that do not fit are kept in the notes', async () => {
    const lines = ['TEL:+1', 'TEL:+2', 'TEL;TYPE=CELL:+3', 'TEL;TYPE=pref:+4', 'NOTE:n'];
    await expect(phonesOf(lines)).resolves.toEqual({
      primaryContact: '+4',
      secondaryContact: '+3',
      notes: 'n\nOther numbers: +1, +2',
    });
  });

  it('of machines never take the place of a telephone', async () => {
    const lines = ['TEL;TYPE=WORK,FAX,pref:+491', 'TEL;TYPE=pager:+492', 'TEL:+493'];
    await expect(phonesOf(lines)).resolves.toEqual({
      primaryContact: '+493',
      notes: 'Other numbers: +491 (fax), +492 (pager)',
    });
  });

  it('in two spellings count once', async () => {
    const lines = ['TEL:+91 98765 43210', 'TEL:919876543210', 'TEL:098765 43210', 'TEL: '];
    await expect(phonesOf(lines, 'IN')).resolves.toEqual({ primaryContact: '+91 98765 43210' });
  });
});

it('leaves the card of an agent out', async () => {
  const inner = ['BEGIN:VCARD', 'VERSION:2.1', 'FN:Agent', 'TEL:+1', 'END:VCARD'];
  const apart = oldCard('FN:Asha', 'AGENT:', ...inner, 'TEL:+2');
  const behind = oldCard('FN:Asha', 'AGENT:BEGIN:VCARD', ...inner.slice(1), 'TEL:+2');
  const escaped = card('FN:Asha', 'AGENT:BEGIN:VCARD\\nFN:Agent\\nEND:VCARD\\n', 'TEL:+2');
  for (const text of [apart, behind, escaped]) {
    await expect(peopleIn(text)).resolves.toEqual([{ name: 'Asha', primaryContact: '+2' }]);
  }
});

describe('text', () => {
  const text = card('FN:José 日本', 'TEL:+1');

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['line feeds', Buffer.from(text.replaceAll('\r\n', '\n'))],
    ['carriage returns', Buffer.from(text.replaceAll('\r\n', '\r'))],
    ['no line break at the end', Buffer.from(text.trim())],
    ['blank lines', Buffer.from(`\n\n${text.replaceAll('\r\n', '\r\n\r\n')}`)],
  ])('is read in %s', async (_case, bytes) => {
    await expect(peopleIn(bytes)).resolves.toEqual([{ name: 'José 日本', primaryContact: '+1' }]);
  });

  it.each([
    ['ISO-8859-1', '=C4=D6=DC', 'ÄÖÜ'],
    ['windows-1252', '=8Akoda =80', 'Škoda €'],
    ['SHIFT_JIS', '=8ER=96{', '山本'],
    ['no such charset', '=C4', 'Ä'],
    ['UTF-8', '=C4', 'Ä'],
  ])('is read in the charset %s of its own', async (charset, encoded, name) => {
    const line = `FN;CHARSET=${charset};ENCODING=QUOTED-PRINTABLE:${encoded}`;
    await expect(personIn(oldCard(line))).resolves.toEqual({ name });
  });

  it('is read alike wherever its chunks end', async () => {
    const cards = Array.from({ length: 6_000 }, (_, at) => card(`FN:é${at}`, `TEL:+49${at}`));
    const people = await peopleIn(cards.join(''));
    expect(people).toEqual(cards.map((_, at) => ({ name: `é${at}`, primaryContact: `+49${at}` })));
  });

  it('ends at the end of the card, even behind a soft line break', async () => {
    const open = oldCard('FN:Asha', 'NOTE;ENCODING=QUOTED-PRINTABLE:end=');
    await expect(peopleIn(open + card('FN:Ravi'))).resolves.toEqual([
      { name: 'Asha', notes: 'end' },
      { name: 'Ravi' },
    ]);
  });
});

describe('bounds', () => {
  const photo = 'A'.repeat(5_000_000);

  it('skips photos of any size, in one line or folded', async () => {
    const folded = photo.match(/.{75}/g)?.join('\r\n ') ?? '';
    const text = card(
      'FN:Asha',
      `PHOTO;ENCODING=b:${photo}`,
      `PHOTO;ENCODING=b:${folded}`,
      'TEL:+1',
    );
    await expect(peopleIn(text)).resolves.toEqual([{ name: 'Asha', primaryContact: '+1' }]);
  });

  it.each([
    ['a note without end', card(`NOTE:${photo}`)],
    ['a folded note without end', card(`NOTE:x${'\r\n aaaaaaaaa'.repeat(200_000)}`)],
    ['thousands of properties', card(...Array.from({ length: 5_001 }, () => 'TEL:+1'))],
    [
      'a card of many long notes',
      card(...Array.from({ length: 3 }, () => `NOTE:${'a'.repeat(900_000)}`)),
    ],
  ])('refuses %s', async (_case, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'file.too-complex' });
  });

  it.each([
    ['no end', 'BEGIN:VCARD\r\nFN:Asha\r\n'],
    ['another card within', `BEGIN:VCARD\r\nFN:Asha\r\n${card('FN:Ravi')}`],
    ['an agent without end', oldCard('AGENT:', 'BEGIN:VCARD', 'FN:Agent')],
  ])('refuses a card with %s as damaged', async (_case, text) => {
    await expect(read(text)).rejects.toMatchObject({ code: 'file.corrupt' });
  });
});
