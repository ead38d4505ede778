import { PARTS, rawWorkbook, sheetPart } from '../raw-workbook.mjs';
import { excelWorkbook } from '../written-workbooks';
import {
  ASHA_XML,
  HEADER_ROW,
  HEADERS,
  inSection,
  personXml,
  rawSheet,
  rowXml,
  textCell,
  type Expectation,
} from './fixture';

const sheet = inSection('Safety', 'people.xlsx');
const csv = inSection('Safety', 'people.csv');
const CORRUPT: Expectation = { code: 'file.corrupt' };
const TOO_COMPLEX: Expectation = { code: 'file.too-complex' };
const ENCODING: Expectation = { code: 'file.encoding' };
const ONE_PERSON: Expectation = { state: 'review', counts: { create: 1 } };

const HEAD = 'Name,Primary Contact,Notes\n';
const MEGABYTE = 1024 * 1024;
const phone = textCell('+919810000001');

const LAUGHS = Array.from(
  { length: 9 },
  (_, at) => `<!ENTITY a${at + 1} "${`&a${at};`.repeat(10)}">`,
).join('');
const xmlBomb = (): Buffer =>
  rawWorkbook({
    [PARTS.sheet]: `<!DOCTYPE x [<!ENTITY a0 "ha">${LAUGHS}]>${sheetPart(rowXml(textCell('&a9;')))}`,
  });
const externalEntity = (): Buffer =>
  rawWorkbook({
    [PARTS.sheet]: `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${sheetPart(rowXml(textCell('&f;')))}`,
  });

function emptyRows(): Buffer {
  const rows = Array.from({ length: 1_000_000 }, (_, at) => `<row r="${at + 10}" s="1"/>`);
  return rawSheet(HEADER_ROW + ASHA_XML + rows.join(''));
}

const cells = (count: number): string[] => Array.from({ length: count }, (_, at) => `Column ${at}`);
const wide = (): Buffer => {
  const headers = [...HEADERS, ...cells(16_384 - HEADERS.length)];
  return excelWorkbook([headers, ['Asha Rao', null, '+919810000001']]);
};

/** 64 MB: more than anybody has in one cell, and below what an upload may have. */
const unclosed = (): Buffer =>
  Buffer.concat([
    Buffer.from(`${HEAD}Asha Rao,+919810000001,"`),
    Buffer.alloc(64 * MEGABYTE, 'line,\n'),
  ]);

/** One UTF-16 unit that is half of a letter. */
const loneSurrogate = (): Buffer =>
  Buffer.from(`\ufeff${HEAD}Asha \ud800,+919810000001,\n`, 'utf16le');

const inName = (xml: string) => () => rawSheet(HEADER_ROW + personXml(textCell(xml), phone));

export const HOSTILE_CONTENT = [
  sheet('XML bomb: entities of entities', xmlBomb, CORRUPT),
  sheet('an entity that names a file of the server', externalEntity, CORRUPT),
  sheet(
    'XML a hundred thousand levels deep',
    () => rawWorkbook({ [PARTS.sheet]: `<worksheet>${'<a>'.repeat(100_000)}` }),
    TOO_COMPLEX,
  ),
  sheet(
    'a cell in column XFE',
    () => rawSheet(`<row r="1"><c r="XFE1"><v>1</v></c></row>`),
    CORRUPT,
  ),
  sheet(
    'a cell in row 1,048,577',
    () => rawSheet(`<row r="1048577"><c r="A1048577"><v>1</v></c></row>`),
    CORRUPT,
  ),
  sheet('a million empty rows below the people', emptyRows, ONE_PERSON),
  sheet('a cell of 2 MB', inName('x'.repeat(2 * MEGABYTE)), TOO_COMPLEX),
  csv(
    'a cell of 2 MB in a text file',
    () => Buffer.from(`${HEAD}${'x'.repeat(2 * MEGABYTE)},+919810000001,\n`),
    CORRUPT,
  ),
  sheet('16,384 columns', wide, ONE_PERSON),
  csv(
    '16,385 columns in a text file',
    () => Buffer.from(`${HEAD}Asha Rao,+919810000001${',x'.repeat(16_383)}\n`),
    CORRUPT,
  ),
  csv(
    'headers named __proto__, constructor and toString',
    () =>
      Buffer.from(
        '__proto__,Name,constructor,Primary Contact,toString\nx,Asha Rao,x,+919810000001,x\n',
      ),
    ONE_PERSON,
  ),
  csv(
    'groups and a category named __proto__ and constructor',
    () =>
      Buffer.from(
        'Name,Category,Primary Contact,Groups\nAsha Rao,__proto__,+919810000001,"constructor, __proto__"\n',
      ),
    ONE_PERSON,
  ),
  csv('a quotation mark that is never closed, over 64 MB', unclosed, CORRUPT),
  csv('zero characters', () => Buffer.from(`${HEAD}Asha\0Rao,+919810000001,\n`), ENCODING),
  csv('half a letter (lone surrogate) in UTF-16', loneSurrogate, ENCODING),
  sheet('half a letter in XML, by its number', inName('Asha &#xD800;'), CORRUPT),
  sheet('a zero character in XML, by its number', inName('Asha &#0;'), CORRUPT),
  sheet('a zero character as _x0000_', inName('Asha_x0000_ Rao'), {
    state: 'review',
    counts: { create: 1 },
    rows: [{ name: 'Asha Rao', primaryContact: '+919810000001' }],
  }),
  sheet('half a letter as _xD800_', inName('Asha _xD800_'), {
    state: 'review',
    counts: { create: 1 },
    rows: [{ name: 'Asha \ufffd', primaryContact: '+919810000001' }],
  }),
  csv(
    'formulas as text, =HYPERLINK(…)',
    () => Buffer.from(`${HEAD}"=HYPERLINK(""http://evil"",""x"")",+919810000001,=1+1\n`),
    {
      state: 'review',
      counts: { create: 1 },
      rows: [
        { name: '=HYPERLINK("http://evil","x")', primaryContact: '+919810000001', notes: '=1+1' },
      ],
    },
  ),
];
