import ExcelJS from 'exceljs';
import { buildZip } from './zip.mjs';

/** Workbooks with the parts, attributes and habits of the programs that people use, made without them. */
export type Cell = string | number | null;
export type Table = readonly (readonly Cell[])[];

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

export function columnName(index: number): string {
  const before = Math.floor(index / 26) - 1;
  return (before < 0 ? '' : columnName(before)) + String.fromCharCode(65 + (index % 26));
}

export const escapeXml = (text: string): string =>
  text
    // What looks like an escape has its own underscore escaped; what XML cannot hold becomes one.
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(
      /[^\P{Cc}\t\n]|[\ufffe\uffff]/gu,
      (char) => `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;');

/** Texts in order of their first use, as every writer of shared strings keeps them. */
class SharedStrings {
  private readonly indexes = new Map<string, number>();

  indexOf(text: string): number {
    const index = this.indexes.get(text) ?? this.indexes.size;
    this.indexes.set(text, index);
    return index;
  }

  part(item: (text: string) => string): string {
    const items = [...this.indexes.keys()].map((text) => `<si>${item(text)}</si>`);
    return `${DECLARATION}<sst xmlns="${MAIN}" count="${items.length}" uniqueCount="${items.length}">${items.join('')}</sst>`;
  }
}

interface Writer {
  sheetStart: string;
  sheetEnd: string;
  row(number: number, cells: string): string;
  number(reference: string, value: number): string;
  text(reference: string, shared: number): string;
  item(text: string): string;
  /** Attributes and parts around the sheet. */
  workbook: string;
  parts: Record<string, string>;
}

const relationship = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${OFFICE}/${type}" Target="${target}"/>`;
const relationships = (...list: string[]) =>
  `${DECLARATION}<Relationships xmlns="${PACKAGE}/relationships">${list.join('')}</Relationships>`;
const override = (part: string, type: string) =>
  `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;

function write(table: Table, writer: Writer): Buffer {
  const strings = new SharedStrings();
  const rows = table.map((cells, at) => {
    const written = cells.map((cell, column) => {
      const reference = `${columnName(column)}${at + 1}`;
      if (cell === null || cell === '') return '';
      return typeof cell === 'number'
        ? writer.number(reference, cell)
        : writer.text(reference, strings.indexOf(cell));
    });
    return writer.row(at + 1, written.join(''));
  });
  const parts: Record<string, string> = {
    '[Content_Types].xml': `${DECLARATION}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}${override('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`,
    '_rels/.rels': relationships(relationship(1, 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': `${DECLARATION}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"${writer.workbook}<sheets><sheet name="Contacts" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      relationship(1, 'worksheet', 'worksheets/sheet1.xml'),
      relationship(2, 'styles', 'styles.xml'),
      relationship(3, 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/worksheets/sheet1.xml': `${DECLARATION}${writer.sheetStart}<sheetData>${rows.join('')}</sheetData>${writer.sheetEnd}</worksheet>`,
    'xl/styles.xml': `${DECLARATION}<styleSheet xmlns="${MAIN}"><cellStyleXfs count="1"><xf numFmtId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" xfId="0"/><xf numFmtId="49" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': strings.part((text) => writer.item(text)),
    ...writer.parts,
  };
  return buildZip(Object.entries(parts).map(([name, data]) => ({ name, data })));
}

const preserved = (text: string): string =>
  /^\s|\s$|\n/.test(text) ? ' xml:space="preserve"' : '';
/** As IEEE doubles are written by programs that are not JavaScript. */
const exponent = (value: number): string => String(value).replace('e', 'E');

/** Other readers are told which namespaces they may ignore; `spans` and `dyDescent` stand in each row. */
export const excelWorkbook = (table: Table): Buffer =>
  write(table, {
    sheetStart: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:${columnName(Math.max(0, (table[0]?.length ?? 1) - 1))}${Math.max(1, table.length)}"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="1" width="18.7109375" bestFit="1" customWidth="1"/></cols>`,
    sheetEnd:
      '<phoneticPr fontId="1" type="noConversion"/><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>',
    row: (number, cells) =>
      cells === '' ? '' : `<row r="${number}" spans="1:7" x14ac:dyDescent="0.25">${cells}</row>`,
    number: (reference, value) => `<c r="${reference}"><v>${exponent(value)}</v></c>`,
    text: (reference, shared) => `<c r="${reference}" s="1" t="s"><v>${shared}</v></c>`,
    item: (text) => `<t${preserved(text)}>${escapeXml(text)}</t>`,
    workbook:
      '><fileVersion appName="xl" lastEdited="7" lowestEdited="7" rupBuild="22228"/><workbookPr defaultThemeVersion="166925"/><bookViews><workbookView xWindow="0" yWindow="0"/></bookViews>',
    parts: {
      'docProps/app.xml': `${DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>Microsoft Excel</Application></Properties>`,
    },
  });

/** Says everything that could go without saying: `t="n"`, `hidden="false"`, a style for each cell. */
export const libreOfficeWorkbook = (table: Table): Buffer =>
  write(table, {
    sheetStart: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr><dimension ref="A1"/><sheetFormatPr defaultColWidth="11.53515625" defaultRowHeight="12.8"/>`,
    sheetEnd:
      '<printOptions headings="false" gridLines="false"/><headerFooter><oddHeader>&amp;C&amp;A</oddHeader></headerFooter>',
    row: (number, cells) =>
      `<row r="${number}" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">${cells}</row>`,
    number: (reference, value) => `<c r="${reference}" s="0" t="n"><v>${exponent(value)}</v></c>`,
    text: (reference, shared) => `<c r="${reference}" s="0" t="s"><v>${shared}</v></c>`,
    item: (text) => `<t xml:space="preserve">${escapeXml(text)}</t>`,
    workbook:
      '><fileVersion appName="Calc"/><workbookPr backupFile="false" showObjects="all" date1904="false"/>',
    parts: {},
  });

/** Large numbers in scientific form, empty rows up to the thousandth, cells with a style and nothing else. */
export const googleWorkbook = (table: Table): Buffer => {
  const filled: Table = [
    ...table,
    ...Array.from({ length: Math.max(0, 1_000 - table.length) }, () => []),
  ];
  return write(filled, {
    sheetStart: `<worksheet xmlns="${MAIN}" xmlns:r="${OFFICE}" xmlns:mx="http://schemas.microsoft.com/office/mac/excel/2008/main" xmlns:mv="urn:schemas-microsoft-com:mac:vml"><sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" defaultRowHeight="15.75"/>`,
    sheetEnd: '<drawing r:id="rId1"/>',
    row: (number, cells) =>
      cells === '' && number > table.length
        ? `<row r="${number}"><c r="A${number}" s="1"/></row>`
        : `<row r="${number}">${cells}</row>`,
    number: (reference, value) =>
      `<c r="${reference}" s="1"><v>${
        Number.isInteger(value) && Math.abs(value) >= 1e7
          ? value.toExponential().replace('e+', 'E')
          : exponent(value)
      }</v></c>`,
    text: (reference, shared) => `<c r="${reference}" s="1" t="s"><v>${shared}</v></c>`,
    item: (text) => `<t${preserved(text)}>${escapeXml(text)}</t>`,
    workbook: '><workbookPr/>',
    parts: {},
  });
};

export async function exceljsWorkbook(table: Table): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Contacts');
  for (const cells of table) sheet.addRow([...cells]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}
