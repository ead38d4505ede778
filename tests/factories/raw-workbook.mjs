import { buildZip } from './zip.mjs';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/** Names of the parts, for tests that replace one. */
export const PARTS = {
  types: '[Content_Types].xml',
  rootRelations: '_rels/.rels',
  workbook: 'xl/workbook.xml',
  relations: 'xl/_rels/workbook.xml.rels',
  sheet: 'xl/worksheets/sheet1.xml',
  strings: 'xl/sharedStrings.xml',
  styles: 'xl/styles.xml',
};

/** @param {string} target @param {string} [type] @param {string} [id] */
export const relation = (target, type = 'worksheet', id = 'rId1') =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

/** @param {string} list */
export const relationsPart = (list) =>
  `<?xml version="1.0"?><Relationships xmlns="${PACKAGE}/relationships">${list}</Relationships>`;

/** @param {string} sheets @param {string} [before] */
export const workbookPart = (sheets, before = '') =>
  `<?xml version="1.0"?><workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${before}<sheets>${sheets}</sheets></workbook>`;

/** @param {string} rows @param {string} [before] */
export const sheetPart = (rows, before = '') =>
  `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}">${before}<sheetData>${rows}</sheetData></worksheet>`;

/** @param {string[]} items each the content of one `<si>` */
export const stringsPart = (items) =>
  `<sst xmlns="${MAIN}">${items.map((item) => (item === '' ? '<si/>' : `<si>${item}</si>`)).join('')}</sst>`;

/** @param {number[]} formatIds one per cell style @param {Record<number, string>} [codes] */
export const stylesPart = (formatIds, codes = {}) =>
  `<styleSheet xmlns="${MAIN}"><numFmts>${Object.entries(codes)
    .map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`)
    .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formatIds
    .map((id) => `<xf numFmtId="${id}"/>`)
    .join('')}</cellXfs></styleSheet>`;

/**
 * The parts of the smallest workbook there is, with any part replaced, added or (null) left out.
 *
 * @param {Record<string, string | Buffer | null>} [parts]
 * @returns {import('./zip.mjs').ZipFile[]}
 */
export function workbookFiles(parts = {}) {
  /** @type {Record<string, string | Buffer | null>} */
  const all = {
    [PARTS.types]: `<Types xmlns="${PACKAGE}/content-types"/>`,
    [PARTS.rootRelations]: relationsPart(relation('xl/workbook.xml', 'officeDocument')),
    [PARTS.workbook]: workbookPart('<sheet name="Contacts" sheetId="1" r:id="rId1"/>'),
    [PARTS.relations]: relationsPart(
      relation('worksheets/sheet1.xml') +
        relation('sharedStrings.xml', 'sharedStrings', 'rId2') +
        relation('styles.xml', 'styles', 'rId3'),
    ),
    [PARTS.sheet]: sheetPart(''),
    ...parts,
  };
  return Object.entries(all).flatMap(([name, data]) => (data === null ? [] : [{ name, data }]));
}

/** @param {Record<string, string | Buffer | null>} [parts] */
export const rawWorkbook = (parts) => buildZip(workbookFiles(parts));
