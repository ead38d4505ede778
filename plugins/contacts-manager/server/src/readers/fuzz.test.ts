import fc from 'fast-check';
import {
  excelWorkbook,
  exceljsWorkbook,
  googleWorkbook,
  libreOfficeWorkbook,
  type Table,
} from '../../../../../tests/factories/written-workbooks';
import {
  FUZZ_TIMEOUT,
  fuzzing,
  mutate,
  mutations,
  mutateTokens,
} from '../../../../../tests/factories/mutations';
import {
  PARTS,
  rawWorkbook,
  sheetPart,
  stringsPart,
  stylesPart,
  workbookFiles,
} from '../../../../../tests/factories/raw-workbook.mjs';
import { buildZip } from '../../../../../tests/factories/zip.mjs';
import { createReader } from '../../../../../tests/factories/read-back';
import { ERRORS } from '../../../shared/errors';

/** Whatever a file holds: rows, or a refusal whose code is documented; never another error, never for long. */
jest.setTimeout(FUZZ_TIMEOUT);

const SLOW = 10_000;

let reader: ReturnType<typeof createReader>;
beforeAll(() => {
  reader = createReader();
});
afterAll(() => reader.close());

const isDocumented = (code: string): boolean => code.startsWith('file.') && code in ERRORS;

/** Reads a file both ways; the rows, or null when it was refused. */
async function readSafely(bytes: Buffer) {
  const started = Date.now();
  const rows = await reader.rows(bytes);
  const { outcome } = await reader.plan(bytes);
  expect(Date.now() - started).toBeLessThan(SLOW);
  if (outcome.type === 'failed') expect(isDocumented(outcome.code)).toBe(true);
  if (typeof rows !== 'string') return rows;
  expect(isDocumented(rows)).toBe(true);
  expect(outcome).toMatchObject({ type: 'failed', code: rows });
  return null;
}

const PEOPLE: Table = [
  ['Name', 'Category', 'Primary Contact', 'Secondary Contact', 'Email', 'Groups', 'Notes'],
  ['Asha Rao', 'Student', 919876543210, '+91 98100 00001', 'asha@example.com', 'Choir, Band', null],
  ['Łukasz & Zoë', null, '+48 512 345 678', null, null, '"Pickup, North"', 'two\nlines'],
  [null, null, null, null, null, null, null],
  ['東京 𝒜', 'Parent', '+81 90-1234-5678', null, null, null, '<b>5\'10"</b>'],
];

const STARTS = [
  '',
  'PK\x03\x04',
  'PK\x05\x06',
  '\xff\xfe',
  '\xfe\xff',
  '\xef\xbb\xbf',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
  '<?xml ',
  'sep=',
  '"',
];

it('random bytes', async () => {
  const file = fc.tuple(fc.constantFrom(...STARTS), fc.uint8Array({ maxLength: 3_000 }));
  await fc.assert(
    fc.asyncProperty(file, async ([start, bytes]) => {
      await readSafely(Buffer.concat([Buffer.from(start, 'latin1'), bytes]));
    }),
    fuzzing(250),
  );
});

it('random text', async () => {
  const letter = fc.oneof(
    fc.constantFrom(...'",;\t|\r\n\'= '),
    fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: letter, maxLength: 400 }), async (text) => {
      await readSafely(Buffer.from(text));
    }),
    fuzzing(250),
  );
});

/** Texts by their index, most cells without a reference: so that a change is read rather than refused. */
const indexed = (...indexes: number[]): string =>
  `<row>${indexes.map((index) => `<c t="s"><v>${index}</v></c>`).join('')}</row>`;
const SHEET = sheetPart(
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="inlineStr"><is><r><t>No</t></r><r><t>tes</t></r></is></c></row>' +
    '<row r="2"><c r="A2" t="s"><v>2</v></c><c r="B2"><v>919876543210</v></c><c r="C2" s="1"><v>46082.5</v></c></row>' +
    '<row r="4"><c t="str"><f>A2&amp;"x"</f><v>Asha &amp; co</v></c><c t="e"><v>#N/A</v></c><c t="b"><v>1</v></c></row>' +
    Array.from({ length: 6 }, () => indexed(2, 3, 4)).join(''),
  '<dimension ref="A1:C4"/>',
);
const STRINGS = stringsPart([
  '<t>Name</t>',
  '<t>Phone</t>',
  '<r><t>Asha </t></r><r><t>Rao</t></r>',
  `<t>${'Łukasz & Zoë '.replace('&', '&amp;').repeat(30)}</t>`,
  `<t>${'+91 98765 43210 '.repeat(50)}</t>`,
]);
const SOUND: Record<string, string> = {
  [PARTS.sheet]: SHEET,
  [PARTS.strings]: STRINGS,
  [PARTS.styles]: stylesPart([0, 14]),
};

it('workbooks with changed bytes: what was written, or a refusal', async () => {
  const files = [
    excelWorkbook(PEOPLE),
    libreOfficeWorkbook(PEOPLE),
    googleWorkbook(PEOPLE.slice(0, 2)),
    await exceljsWorkbook(PEOPLE),
    // Not packed, so that most changes hit a text and leave the archive whole.
    buildZip(workbookFiles(SOUND).map((file) => ({ ...file, method: 0 }))),
  ];
  const originals = await Promise.all(
    files.map(async (bytes) => ({ bytes, rows: await createReader().rows(bytes) })),
  );
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...originals), mutations, async ({ bytes, rows }, changes) => {
      const read = await readSafely(mutate(bytes, changes));
      if (read) expect(read).toEqual(rows);
    }),
    fuzzing(250),
  );
});

/** What a person would read in the XML of a part: no tags, no escapes, as XML reads its line ends. */
const plainText = (xml: string): string =>
  xml
    .replace(/<[^>]*>/g, '')
    .replace(/\r\n?/g, '\n')
    .replace(/&(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);/gi, (_match, name: string) => {
      const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
      return (
        { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name.toLowerCase()] ??
        String.fromCodePoint(code)
      );
    });

const isComputed = (text: string): boolean =>
  Number.isFinite(Number(text)) || /^(TRUE|FALSE|[\dT:-]+)$/.test(text);

/** One part of a sound workbook is changed; whatever is read has to stand in the parts that hold text. */
async function readChanged(name: string, change: (xml: string) => string | Buffer): Promise<void> {
  const parts = Object.fromEntries(
    workbookFiles(SOUND).map((file) => [file.name, String(file.data)]),
  );
  const changed = change(parts[name] ?? '');
  const rows = await readSafely(rawWorkbook({ ...parts, [name]: changed }));
  const text = [parts[PARTS.sheet], parts[PARTS.strings], changed.toString()]
    .map((xml) => plainText(xml ?? ''))
    .join('\n');
  for (const cell of (rows ?? []).flatMap(({ cells }) => cells)) {
    if (!isComputed(cell)) expect(text).toContain(cell);
  }
}

describe('workbooks with changed XML: no text that is not in it', () => {
  const names = workbookFiles(SOUND).map(({ name }) => name);
  const part = fc.constantFrom(...names, PARTS.sheet, PARTS.sheet, PARTS.strings);

  it('bytes', async () => {
    await fc.assert(
      fc.asyncProperty(part, mutations, (name, changes) =>
        readChanged(name, (xml) => mutate(Buffer.from(xml), changes)),
      ),
      fuzzing(150),
    );
  });

  it('tags and texts', async () => {
    await fc.assert(
      fc.asyncProperty(part, mutations, (name, changes) =>
        readChanged(name, (xml) => mutateTokens(xml, changes)),
      ),
      fuzzing(150),
    );
  });
});

const CSV = PEOPLE.map((cells) =>
  cells.map((cell) => `"${String(cell ?? '').replaceAll('"', '""')}"`).join(','),
).join('\r\n');
const PLAIN_CSV =
  'Name;Primary Contact;Notes\nAsha Rao;+919876543210;"a;b"\nZoë;0091 98100 00001;\n';

it('text files with changed bytes', async () => {
  const files = [CSV, PLAIN_CSV].flatMap((text) => [
    Buffer.from(text),
    Buffer.from(`\ufeff${text}`, 'utf16le'),
    Buffer.from(text, 'latin1'),
  ]);
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...files), mutations, async (bytes, changes) => {
      await readSafely(mutate(bytes, changes));
    }),
    fuzzing(250),
  );
});

it('text files with changed letters: no text that is not in them', async () => {
  const withoutQuotes = (text: string) => text.replaceAll('"', '');
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(CSV, PLAIN_CSV), mutations, async (original, changes) => {
      // Broken letters become U+FFFD, so that the file is valid UTF-8 and its text is known.
      const text = mutate(Buffer.from(original), changes).toString();
      const rows = await readSafely(Buffer.from(text));
      const known = withoutQuotes(text);
      for (const cell of (rows ?? []).flatMap(({ cells }) => cells)) {
        expect(known).toContain(withoutQuotes(cell));
      }
    }),
    fuzzing(250),
  );
});
