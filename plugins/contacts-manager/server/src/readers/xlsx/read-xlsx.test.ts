import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  PARTS,
  rawWorkbook,
  relation,
  relationsPart,
  sheetPart,
  stringsPart,
  stylesPart,
  workbookPart,
} from '../../../../../../tests/factories/raw-workbook.mjs';
import type { RawRow } from '../../domain/import/types';
import { openWorkbook } from './read-xlsx';

// Files of real size, on machines that do other work at the same time.
jest.setTimeout(60_000);

const LIMITS = {
  fileBytes: 1e8,
  inflatedBytes: 1e8,
  rows: 1e6,
  milliseconds: 60_000,
  heapMb: 256,
};

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-xlsx-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(parts: Record<string, string | Buffer | null>): Promise<RawRow[]> {
  const file = path.join(folder, 'book.xlsx');
  writeFileSync(file, rawWorkbook(parts));
  const workbook = await openWorkbook(file, LIMITS);
  try {
    const source = await workbook.open(0);
    const rows: RawRow[] = [];
    for await (const chunk of source.chunks) rows.push(...chunk);
    expect(source.progress()).toBe(1);
    return rows;
  } finally {
    workbook.close();
  }
}

const readSheet = (rows: string, more: Record<string, string> = {}) =>
  read({ [PARTS.sheet]: sheetPart(rows), ...more });

/** The cells of the first row. */
const cellsOf = async (cells: string, more: Record<string, string> = {}) =>
  (await readSheet(`<row r="1">${cells}</row>`, more))[0]?.cells;

const failure = (rows: string, more: Record<string, string> = {}) =>
  expect(readSheet(rows, more)).rejects;

describe('cells', () => {
  it('joins rich text, leaves phonetic guides out, keeps the position of empty strings', async () => {
    const strings = stringsPart([
      '<t>Asha</t>',
      '',
      '<r><rPr><b/></rPr><t xml:space="preserve">Ravi </t></r><r><t>Iyer</t></r>',
      '<t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh><phoneticPr fontId="1"/>',
      '<t>R&amp;D &#233;</t>',
    ]);
    const cells = [0, 1, 2, 3, 4].map((index) => `<c t="s"><v>${index}</v></c>`).join('');
    await expect(cellsOf(cells, { [PARTS.strings]: strings })).resolves.toEqual([
      'Asha',
      '',
      'Ravi Iyer',
      '東京',
      'R&D é',
    ]);
  });

  it('reads inline strings, formula results, booleans, errors and ISO dates as text', async () => {
    const cells = [
      '<c t="inlineStr"><is><r><t>A</t></r><r><t>b</t></r><rPh sb="0" eb="1"><t>x</t></rPh></is></c>',
      '<c t="str"><f>CONCAT("1","2")</f><v>12</v></c>',
      '<c><f>1+1</f><v>2</v></c>',
      '<c t="b"><v>1</v></c>',
      '<c t="b"><v>0</v></c>',
      '<c t="e"><v>#N/A</v></c>',
      '<c t="d"><v>2026-03-01</v></c>',
      '<c><f>NOW()</f></c>',
      '<c t="inlineStr"><is><t>end</t></is></c>',
    ].join('');
    await expect(cellsOf(cells)).resolves.toEqual([
      'Ab',
      '12',
      '2',
      'TRUE',
      'FALSE',
      '#N/A',
      '2026-03-01',
      '',
      'end',
    ]);
  });

  it('tells which texts are results of formulas, and where no result was saved', async () => {
    const cells =
      '<c><v>1</v></c><c><f>A1</f><v>1</v></c><c t="str"><f>A1&amp;""</f><v>1</v></c>' +
      '<c><f t="shared" si="0"/><v>1</v></c><c t="str"><f>""</f><v></v></c><c><f>A1</f></c>';
    const rows = `<row>${cells}</row><row><c><f>A1</f></c></row><row><c><v>2</v></c></row>`;
    await expect(readSheet(rows)).resolves.toEqual([
      { row: 1, cells: ['1', '1', '1', '1'], formulas: [1, 2, 3, 5] },
      { row: 2, cells: [], formulas: [0] },
      { row: 3, cells: ['2'] },
    ]);
  });

  it('decodes escaped characters, and an escaped underscore only once', async () => {
    const cells =
      '<c t="inlineStr"><is><t>a_x000D_&#10;b</t></is></c>' +
      '<c t="inlineStr"><is><t>_x005F_x000D_</t></is></c>' +
      '<c t="str"><v>snake_x_case</v></c>';
    await expect(cellsOf(cells)).resolves.toEqual(['a\r\nb', '_x000D_', 'snake_x_case']);
  });

  it('lets nothing through that a database cannot store', async () => {
    const cells = ['a_x0000_b', 'c_xD83D_d', '_xD83D__xDE00_']
      .map((text) => `<c t="str"><v>${text}</v></c>`)
      .join('');
    await expect(cellsOf(cells)).resolves.toEqual(['ab', 'c\ufffdd', '😀']);
  });

  it('gives phone numbers in number cells all their digits', async () => {
    const values = ['919876543210', '9.19876543210E11', '919876543210.0', '1.2345678901234501E+15'];
    const cells = values.map((value) => `<c><v>${value}</v></c>`).join('');
    await expect(cellsOf(cells)).resolves.toEqual([
      '919876543210',
      '919876543210',
      '919876543210',
      '1.23456789012345e+15',
    ]);
  });

  it('reads dates by the style of the cell, counted from 1900 or 1904', async () => {
    const styles = stylesPart([0, 14, 164, 165, 166], {
      164: 'dd/mm/yyyy hh:mm',
      165: '[h]:mm',
      166: '0.0&quot; days&quot;',
    });
    const cells =
      '<c s="1"><v>46082</v></c><c s="2"><v>46082.395833333336</v></c><c s="1"><v>0.5</v></c>' +
      '<c s="1"><v>59</v></c><c s="1"><v>61</v></c><c s="3"><v>1.5</v></c><c s="4"><v>2.5</v></c><c s="0"><v>46082</v></c>';
    const rest = ['1.5', '2.5', '46082'];
    await expect(cellsOf(cells, { [PARTS.styles]: styles })).resolves.toEqual([
      '2026-03-01',
      '2026-03-01T09:30:00',
      '12:00:00',
      '1900-02-28',
      '1900-03-01',
      ...rest,
    ]);
    const from1904 = workbookPart(
      '<sheet name="A" sheetId="1" r:id="rId1"/>',
      '<workbookPr date1904="1"/>',
    );
    const read1904 = await cellsOf(cells, {
      [PARTS.styles]: styles,
      [PARTS.workbook]: from1904,
    });
    expect(read1904?.slice(0, 2)).toEqual(['2030-03-02', '2030-03-02T09:30:00']);
    expect(read1904?.slice(5)).toEqual(rest);
  });
});

describe('positions', () => {
  it('follows references, and the order where a writer leaves them out', async () => {
    const rows =
      '<row><c><v>1</v></c><c r="C1"><v>2</v></c><c><v>3</v></c></row>' +
      '<row r="5"><c r="b5"><v>4</v></c></row><row/><row><c><v>5</v></c></row>';
    await expect(readSheet(rows)).resolves.toEqual([
      { row: 1, cells: ['1', '', '2', '3'] },
      { row: 5, cells: ['', '4'] },
      { row: 7, cells: ['5'] },
    ]);
  });

  it('ignores a lying dimension, styled empty cells and rows of spaces', async () => {
    const lying = sheetPart(
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1" s="0"/></row><row r="2"><c r="A2" s="0"/></row>' +
        '<row r="3"><c r="A3" t="str"><v> &#160;</v></c></row>',
      '<dimension ref="A1:A1048576"/>',
    );
    await expect(read({ [PARTS.sheet]: lying })).resolves.toEqual([{ row: 1, cells: ['1'] }]);
  });

  it('lets nothing of a row of spaces come into the next row', async () => {
    const rows =
      '<row r="1"><c r="A1" t="str"><v> </v></c><c r="C1" t="str"><v>  </v></c></row>' +
      '<row r="2"><c r="B2"><v>1</v></c></row>';
    await expect(readSheet(rows)).resolves.toEqual([{ row: 2, cells: ['', '1'] }]);
  });

  it.each([
    ['a column beyond XFD', '<row r="1"><c r="XFE1"><v>1</v></c></row>'],
    ['a column without end', `<row r="1"><c r="${'Z'.repeat(5_000)}1"><v>1</v></c></row>`],
    ['a row beyond the last one', '<row r="1048577"><c><v>1</v></c></row>'],
    ['a row number that is none', '<row r="1e3x"><c><v>1</v></c></row>'],
    ['a row for the second time', '<row r="2"/><row r="2"><c><v>1</v></c></row>'],
    ['a cell for the second time', '<row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c></row>'],
    ['two values in a cell', '<row r="1"><c r="A1"><v>1</v><v>2</v></c></row>'],
    ['a cell of another row', '<row r="1"><c r="A2"><v>1</v></c></row>'],
    ['a reference without column', '<row r="1"><c r="1"><v>1</v></c></row>'],
    ['a string that is not there', '<row r="1"><c t="s"><v>7</v></c></row>'],
  ])('refuses %s', async (_case, rows) => {
    await failure(rows).toMatchObject({ code: 'file.corrupt' });
  });

  it('refuses more cells in a row than a sheet has columns', async () => {
    const cells = '<c><v>1</v></c>'.repeat(16_385);
    await failure(`<row r="1">${cells}</row>`).toMatchObject({ code: 'file.corrupt' });
  });
});

describe('workbooks of other writers', () => {
  it('reads prefixed XML', async () => {
    const sheet =
      '<x:worksheet xmlns:x="urn:any"><x:sheetData><x:row r="1"><x:c r="A1" t="inlineStr"><x:is><x:t>Asha</x:t></x:is></x:c></x:row></x:sheetData></x:worksheet>';
    await expect(read({ [PARTS.sheet]: sheet })).resolves.toEqual([{ row: 1, cells: ['Asha'] }]);
  });

  it('reads strict OOXML with absolute and upper-case part names', async () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const relations = relationsPart(
      `<Relationship Id="rId1" Type="${strict}/worksheet" Target="/xl/Worksheets/Sheet1.xml"/>`,
    );
    const rows = await read({
      [PARTS.relations]: relations,
      [PARTS.sheet]: sheetPart('<row r="1"><c><v>1</v></c></row>'),
    });
    expect(rows).toHaveLength(1);
  });

  it('reads UTF-16 parts', async () => {
    const sheet = sheetPart('<row r="1"><c t="str"><v>आशा</v></c></row>');
    const utf16 = Buffer.from(`\ufeff${sheet.replace('UTF-8', 'UTF-16')}`, 'utf16le');
    await expect(read({ [PARTS.sheet]: utf16 })).resolves.toEqual([{ row: 1, cells: ['आशा'] }]);
  });

  it('keeps letters whole that lie across two chunks', async () => {
    const name = 'é日𝒜'.repeat(3_000);
    const rows = Array.from({ length: 20 }, () => `<row><c t="str"><v>${name}</v></c></row>`);
    const read20 = await readSheet(rows.join(''));
    expect(read20).toHaveLength(20);
    expect(read20.every(({ cells }) => cells[0] === name)).toBe(true);
  });

  it('reads the first visible sheet and no other', async () => {
    const workbook = workbookPart(
      '<sheet name="Hidden" sheetId="1" state="hidden" r:id="rId1"/>' +
        '<sheet name="Chart" sheetId="2" r:id="rId2"/>' +
        '<sheet name="Very hidden" sheetId="3" state="veryHidden" r:id="rId1"/>' +
        '<sheet name="Shown" sheetId="4" r:id="rId3"/><sheet name="Next" sheetId="5" r:id="rId1"/>',
    );
    const relations = relationsPart(
      relation('worksheets/sheet1.xml') +
        relation('chartsheets/sheet1.xml', 'chartsheet', 'rId2') +
        relation('worksheets/sheet2.xml', 'worksheet', 'rId3'),
    );
    const rows = await read({
      [PARTS.workbook]: workbook,
      [PARTS.relations]: relations,
      [PARTS.sheet]: sheetPart('<row r="1"><c t="str"><v>wrong</v></c></row>'),
      'xl/worksheets/sheet2.xml': sheetPart('<row r="1"><c t="str"><v>right</v></c></row>'),
    });
    expect(rows).toEqual([{ row: 1, cells: ['right'] }]);
  });

  it('says that a workbook without visible sheet has no rows', async () => {
    const workbook = workbookPart('<sheet name="A" sheetId="1" state="hidden" r:id="rId1"/>');
    await expect(read({ [PARTS.workbook]: workbook })).rejects.toMatchObject({
      code: 'file.no-rows',
    });
  });

  it('refuses documents that are no workbook', async () => {
    await expect(
      read({ [PARTS.workbook]: '<w:document xmlns:w="urn:word"/>' }),
    ).rejects.toMatchObject({ code: 'file.unsupported' });
    await expect(
      read({
        [PARTS.rootRelations]: relationsPart(relation('xl/workbook.bin', 'officeDocument')),
      }),
    ).rejects.toMatchObject({ code: 'file.unsupported' });
  });
});

describe('hostile XML', () => {
  it.each([
    ['a DOCTYPE with entities', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>', 'file.corrupt'],
    ['an unknown entity', sheetPart('<row><c t="str"><v>&nbsp;</v></c></row>'), 'file.corrupt'],
    ['tags that do not match', '<worksheet><sheetData></worksheet>', 'file.corrupt'],
    ['a part that ends early', '<worksheet><sheetData><row r="1">', 'file.corrupt'],
    ['nothing at all', '', 'file.corrupt'],
    ['depth without end', '<worksheet>' + '<a>'.repeat(100_000), 'file.too-complex'],
    [
      'a cell that never ends',
      `<worksheet><sheetData><row><c t="str"><v>${'a'.repeat(3_000_000)}`,
      'file.too-complex',
    ],
    [
      'a cell of a thousand runs',
      sheetPart(
        `<row><c t="inlineStr"><is>${`<r><t>${'a'.repeat(1_000)}</t></r>`.repeat(200)}</is></c></row>`,
      ),
      'file.too-complex',
    ],
    ['a tag that never ends', `<worksheet ${'a'.repeat(3_000_000)}`, 'file.too-complex'],
  ])('refuses %s', async (_case, sheet, code) => {
    await expect(read({ [PARTS.sheet]: sheet })).rejects.toMatchObject({ code });
  });

  it('refuses bytes that are no UTF-8', async () => {
    const sheet = Buffer.from(sheetPart('<row><c t="str"><v>@</v></c></row>'));
    sheet[sheet.indexOf('@')] = 0xe9;
    await expect(read({ [PARTS.sheet]: sheet })).rejects.toMatchObject({ code: 'file.corrupt' });
  });
});
