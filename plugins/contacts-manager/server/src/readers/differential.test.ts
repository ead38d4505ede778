import fc from 'fast-check';
import {
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  isSupportedCountry,
  type CountryCode,
} from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/examples.mobile.json';
import {
  excelWorkbook,
  exceljsWorkbook,
  googleWorkbook,
  libreOfficeWorkbook,
  type Cell,
  type Table,
} from '../../../../../tests/factories/written-workbooks';
import { FUZZ_TIMEOUT, fuzzing } from '../../../../../tests/factories/mutations';
import { createReader } from '../../../../../tests/factories/read-back';

/** What is written is what is read: cell by cell, whoever writes it, and number by number, however it is spelled. */
jest.setTimeout(FUZZ_TIMEOUT);

let reader: ReturnType<typeof createReader>;
beforeAll(() => {
  reader = createReader();
});
afterAll(() => reader.close());

/** What a sheet shows: its rows by number, without those that have nothing to see. */
function seen(table: Table) {
  return table.flatMap((row, at) => {
    const cells = row.map((cell) => String(cell ?? ''));
    while (cells.at(-1) === '') cells.pop();
    return cells.some((cell) => cell.trim() !== '') ? [{ row: at + 1, cells }] : [];
  });
}

const tablesOf = (cell: fc.Arbitrary<Cell>, minColumns = 1): fc.Arbitrary<Table> =>
  fc
    .tuple(fc.integer({ min: minColumns, max: 6 }), fc.integer({ min: 1, max: 12 }))
    .chain(([columns, rows]) => {
      const row = fc.array(cell, { minLength: columns, maxLength: columns });
      return fc.array(row, { minLength: rows, maxLength: rows });
    });

/** Letters that mean something to XML, to CSV or to a reader of either, among those of all scripts. */
const SPECIAL = [...'<>&"\'`;,|\t\n =_x000D_#@+-\u00a0\u200f\u2028\ufffd'];
const letter = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }) },
  { weight: 1, arbitrary: fc.constantFrom(...SPECIAL) },
);
const words = fc.string({ unit: letter, maxLength: 12 });
const wholeNumber = fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 });
const decimal = fc.integer({ min: -9_999_999, max: 9_999_999 }).map((value) => value / 100);

describe('workbooks', () => {
  const cell = fc.oneof(
    { weight: 4, arbitrary: words },
    { weight: 3, arbitrary: fc.constantFrom(null, null, ' ', '\u00a0') },
    { weight: 1, arbitrary: wholeNumber },
    { weight: 1, arbitrary: decimal },
  );
  const withControls = fc.oneof(
    { weight: 9, arbitrary: cell },
    {
      weight: 1,
      arbitrary: fc.constantFrom('a\rb', 'a\r\nb', '\u0001', '_x0041_', '_x005F_', '\ufffe'),
    },
  );

  it.each([
    ['Excel', excelWorkbook, withControls],
    ['LibreOffice', libreOfficeWorkbook, withControls],
    ['Google Sheets', googleWorkbook, withControls],
    // It leaves escapes to the caller and control characters out.
    ['exceljs', exceljsWorkbook, cell],
  ] as const)('as %s writes them', async (_writer, write, cells) => {
    await fc.assert(
      fc.asyncProperty(tablesOf(cells), async (table) => {
        expect(await reader.rows(await write(table))).toEqual(seen(table));
      }),
      fuzzing(100),
    );
  });
});

describe('text files', () => {
  const quote = (cell: Cell, delimiters: string) => {
    const text = String(cell ?? '');
    const isSpecial = [...`"\r\n${delimiters}`].some((sign) => text.includes(sign));
    return isSpecial ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lineEnd = fc.constantFrom('\n', '\r\n', '\r');
  const csvOf = (table: Table, delimiter: string, end: string): string =>
    table.map((row) => row.map((cell) => quote(cell, ',;\t|')).join(delimiter)).join(end);

  const ENCODINGS: [name: string, encode: (text: string) => Buffer][] = [
    ['UTF-8', (text) => Buffer.from(text)],
    ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', (text) => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ];

  it.each(ENCODINGS)('in %s, with every delimiter', async (_name, encode) => {
    const delimiter = fc.constantFrom(',', ';', '\t', '|');
    await fc.assert(
      fc.asyncProperty(tablesOf(words, 2), delimiter, lineEnd, async (table, sign, end) => {
        const rows = await reader.rows(encode(csvOf(table, sign, end)));
        if (seen(table).length > 0) expect(rows).toEqual(seenInText(table));
      }),
      fuzzing(60),
    );
  });

  it('in windows-1252', async () => {
    const name = fc.constantFrom('José', 'Müller', 'Zoë', 'François', 'Peña', 'Asha', '');
    await fc.assert(
      fc.asyncProperty(tablesOf(name, 2), fc.constantFrom(',', ';'), async (table, sign) => {
        const named: Table = [['Señor', 'Città'], ...table];
        const rows = await reader.rows(Buffer.from(csvOf(named, sign, '\r\n'), 'latin1'));
        expect(rows).toEqual(seenInText(named));
      }),
      fuzzing(60),
    );
  });

  /** A text file keeps the empty cells at the end of a row. */
  const seenInText = (table: Table) =>
    table.flatMap((row, at) => {
      const cells = row.map((cell) => String(cell ?? ''));
      return cells.some((cell) => cell.trim() !== '') ? [{ row: at + 1, cells }] : [];
    });
});

describe('phone numbers', () => {
  const countries = getCountries().filter((country) =>
    getExampleNumber(country, examples)?.isValid(),
  );
  const zeros = ['0', '\uff10', '\u0660', '\u06f0', '\u0966', '\u09e6'];
  const inScript = (text: string, zero: string) =>
    text.replace(/\d/g, (digit) => String.fromCharCode(zero.charCodeAt(0) + Number(digit)));

  interface Spelling {
    country: CountryCode;
    start: string;
    signs: string[];
    hasBrackets: boolean;
    zero: string;
    around: string;
  }
  const spelling: fc.Arbitrary<Spelling> = fc.record({
    country: fc.constantFrom(...countries),
    start: fc.constantFrom('+', '00', '00 ', 'tel:+', '\uff0b', '+ '),
    signs: fc.array(fc.constantFrom('', '', ' ', '-', '.', '\u00a0', '\u2011', '\u2013', '/'), {
      minLength: 20,
      maxLength: 20,
    }),
    hasBrackets: fc.boolean(),
    zero: fc.constantFrom(...zeros),
    around: fc.constantFrom('', ' ', '\u202a', '\u200e'),
  });

  const numberOf = (country: CountryCode): string => {
    if (!isSupportedCountry(country)) throw new Error(country);
    return getExampleNumber(country, examples)?.number ?? '';
  };

  function spell({ country, start, signs, hasBrackets, zero, around }: Spelling): string {
    const code = getCountryCallingCode(country);
    const national = [...numberOf(country).slice(code.length + 1)];
    const [area, rest] = [national.slice(0, 2), national.slice(2)];
    const spaced = rest.map((digit, at) => `${signs[at] ?? ''}${digit}`).join('');
    const areaText = hasBrackets ? ` (${area.join('')}) ` : `${signs[19] ?? ''}${area.join('')}`;
    return `${around}${inScript(`${start}${code}${areaText}${spaced}`, zero)}${around}`;
  }

  it('of every country, however they are spaced and whatever the digits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(spelling, { minLength: 1, maxLength: 40 }), async (spellings) => {
        const table: Table = [
          ['Name', 'Primary Contact'],
          ...spellings.map((one) => ['Asha', spell(one)]),
        ];
        const { staged } = await reader.plan(excelWorkbook(table));
        const read = staged.map(({ cells, primaryContact }) => [
          cells.primaryContact,
          primaryContact,
        ]);
        expect(read).toEqual(spellings.map((one) => [spell(one), numberOf(one.country)]));
      }),
      fuzzing(20),
    );
  });

  it('as people of each country write them, with that country chosen', async () => {
    for (const country of countries) {
      const example = getExampleNumber(country, examples);
      const table: Table = [
        ['Name', 'Primary Contact'],
        ['Asha', example?.formatNational() ?? ''],
      ];
      const { staged } = await reader.plan(excelWorkbook(table), { defaultCountry: country });
      expect([country, staged[0]?.primaryContact]).toEqual([country, example?.number]);
    }
  });
});
