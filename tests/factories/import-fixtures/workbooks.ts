import ExcelJS from 'exceljs';
import {
  excelWorkbook,
  exceljsWorkbook,
  googleWorkbook,
  libreOfficeWorkbook,
} from '../written-workbooks';
import {
  PARTS,
  rawWorkbook,
  relation,
  relationsPart,
  sheetPart,
  stringsPart,
  stylesPart,
  workbookPart,
} from '../raw-workbook.mjs';
import {
  ASHA_XML,
  HEADER_ROW,
  HEADERS,
  inSection,
  PEOPLE,
  PEOPLE_READ,
  personXml,
  rawSheet,
  rowXml,
  textCell,
  type Expectation,
} from './fixture';

const workbook = inSection('Workbooks', 'people.xlsx');

const phone = textCell('+919810000001');
const asha = { name: 'Asha Rao', primaryContact: '+919810000001' };
const reads = (cells: Record<string, string>, more: object = {}): Expectation => ({
  state: 'review',
  counts: { create: 1 },
  rows: [{ ...asha, ...cells }],
  ...more,
});

async function withLinks(): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('Contacts');
  sheet.addRow([...HEADERS]);
  const link = { text: 'asha@example.com', hyperlink: 'mailto:asha@example.com' };
  const name = { richText: [{ text: 'Asha ' }, { font: { bold: true }, text: 'Rao' }] };
  sheet.addRow([name, null, '+919810000001', null, link]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const STRICT = 'http://purl.oclc.org/ooxml';

function strict(): Buffer {
  const main = `xmlns="${STRICT}/spreadsheetml/main" xmlns:r="${STRICT}/officeDocument/relationships"`;
  const type = (name: string, target: string) =>
    `<Relationship Id="rId1" Type="${STRICT}/officeDocument/relationships/${name}" Target="${target}"/>`;
  return rawWorkbook({
    [PARTS.rootRelations]: relationsPart(type('officeDocument', 'xl/workbook.xml')),
    [PARTS.workbook]: `<workbook ${main} conformance="strict"><sheets><sheet name="A" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    [PARTS.relations]: relationsPart(type('worksheet', 'worksheets/sheet1.xml')),
    [PARTS.sheet]: `<worksheet ${main}><sheetData>${HEADER_ROW}${ASHA_XML}</sheetData></worksheet>`,
  });
}

const prefixed = (xml: string): string => xml.replace(/<(\/?)([a-zA-Z])/g, '<$1x:$2');

function hiddenFirst(): Buffer {
  const sheets =
    '<sheet name="Old" sheetId="1" state="hidden" r:id="rId1"/><sheet name="Now" sheetId="2" r:id="rId4"/>';
  return rawSheet(HEADER_ROW + personXml(textCell('Nobody'), phone), '', {
    [PARTS.workbook]: workbookPart(sheets),
    [PARTS.relations]: relationsPart(
      relation('worksheets/sheet1.xml') + relation('worksheets/sheet2.xml', 'worksheet', 'rId4'),
    ),
    'xl/worksheets/sheet2.xml': sheetPart(HEADER_ROW + ASHA_XML),
  });
}

const dates = (is1904: boolean): Buffer =>
  rawSheet(HEADER_ROW + personXml(textCell('Asha Rao'), phone, '<c s="1"><v>44620</v></c>'), '', {
    [PARTS.styles]: stylesPart([0, 14]),
    ...(is1904 && {
      [PARTS.workbook]: workbookPart(
        '<sheet name="A" sheetId="1" r:id="rId1"/>',
        '<workbookPr date1904="1"/>',
      ),
    }),
  });

const notes = (cell: string): Buffer =>
  rawSheet(HEADER_ROW + personXml(textCell('Asha Rao'), phone, cell));

const formula = (result: string) => `<c t="str"><f>A9</f><v>${result}</v></c>`;

export const WORKBOOKS = [
  workbook('Excel', () => excelWorkbook(PEOPLE), PEOPLE_READ),
  workbook('LibreOffice Calc', () => libreOfficeWorkbook(PEOPLE), PEOPLE_READ),
  workbook('Google Sheets', () => googleWorkbook(PEOPLE), PEOPLE_READ),
  workbook('exceljs', () => exceljsWorkbook(PEOPLE), PEOPLE_READ),
  workbook('texts in the cells themselves', () => rawSheet(HEADER_ROW + ASHA_XML), reads({})),
  workbook(
    'rich text and phonetic guides',
    () =>
      rawSheet(
        HEADER_ROW + personXml('<c t="s"><v>0</v></c>', phone, '<c t="s"><v>1</v></c>'),
        '',
        {
          [PARTS.strings]: stringsPart([
            '<r><t xml:space="preserve">Asha </t></r><r><rPr><b/></rPr><t>Rao</t></r>',
            '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
          ]),
        },
      ),
    reads({ notes: '東京' }),
  ),
  workbook('rich text and links, by exceljs', withLinks, reads({ email: 'asha@example.com' })),
  workbook('strict OOXML', strict, reads({})),
  workbook(
    'XML with prefixes',
    () =>
      rawWorkbook({
        [PARTS.sheet]: prefixed(
          `<worksheet><sheetData>${HEADER_ROW}${ASHA_XML}</sheetData></worksheet>`,
        ),
      }),
    reads({}),
  ),
  workbook('dates counted from 1900', () => dates(false), reads({ notes: '2022-02-28' })),
  workbook('dates counted from 1904', () => dates(true), reads({ notes: '2026-03-01' })),
  workbook(
    'formulas with saved results',
    () =>
      rawSheet(HEADER_ROW + personXml(formula('Asha Rao'), '<c><f>B9</f><v>919810000001</v></c>')),
    reads({ primaryContact: '919810000001' }, { formulaCells: 2 }),
  ),
  workbook(
    'formulas without saved results',
    () => rawSheet(HEADER_ROW + personXml('<c><f>A9</f></c>', '<c><f>B9</f><v/></c>') + ASHA_XML),
    reads({}, { formulaCells: 2 }),
  ),
  workbook(
    'an error, #N/A, in Notes',
    () => notes('<c t="e"><v>#N/A</v></c>'),
    reads({ notes: '#N/A' }),
  ),
  workbook(
    'an error, #N/A, for a number',
    () => rawSheet(HEADER_ROW + personXml(textCell('Asha Rao'), '<c t="e"><v>#N/A</v></c>')),
    { state: 'review', counts: { reject: 1 }, problems: ['primaryContact: phone.invalid'] },
  ),
  workbook('yes and no', () => notes('<c t="b"><v>1</v></c>'), reads({ notes: 'TRUE' })),
  workbook(
    'a title in merged cells above the headers',
    () =>
      rawWorkbook({
        [PARTS.sheet]: sheetPart(rowXml(textCell('Our people')) + HEADER_ROW + ASHA_XML).replace(
          '</worksheet>',
          '<mergeCells count="1"><mergeCell ref="A1:G1"/></mergeCells></worksheet>',
        ),
      }),
    reads({}),
  ),
  workbook('a hidden sheet before the one that shows', hiddenFirst, reads({})),
  workbook(
    'blank rows between people',
    () => rawSheet(`${HEADER_ROW}<row/><row/>${ASHA_XML}<row><c s="0"/></row>`),
    reads({}),
  ),
  workbook(
    'a dimension that is out of date',
    () => rawSheet(HEADER_ROW + ASHA_XML, '<dimension ref="A1:A1"/>'),
    reads({}),
  ),
  workbook(
    'a dimension of 1,048,576 × 16,384 cells',
    () => rawSheet(HEADER_ROW + ASHA_XML, '<dimension ref="A1:XFD1048576"/>'),
    reads({}),
  ),
  workbook(
    'no sheet to see',
    () =>
      rawWorkbook({
        [PARTS.workbook]: workbookPart('<sheet name="A" sheetId="1" state="hidden" r:id="rId1"/>'),
      }),
    { code: 'file.no-rows' },
  ),
  workbook('headers and nothing else', () => excelWorkbook([HEADERS]), { code: 'file.no-rows' }),
  workbook(
    'headers in other words',
    () =>
      excelWorkbook([
        ['Kunde', 'Rufnummer'],
        ['Asha Rao', '+919810000001'],
      ]),
    {
      state: 'mapping',
      headers: ['Kunde', 'Rufnummer'],
    },
  ),
  workbook('no column for numbers', () => excelWorkbook([['Name'], ['Asha Rao']]), {
    code: 'file.missing-column',
  }),
  workbook('named .csv', () => excelWorkbook(PEOPLE), PEOPLE_READ, { fileName: 'people.csv' }),
];
