import { buildZip } from '../zip.mjs';
import { PARTS, rawWorkbook, relation, relationsPart } from '../raw-workbook.mjs';
import { excelWorkbook } from '../written-workbooks';
import { inSection, PEOPLE, type Expectation } from './fixture';

const file = inSection('Other files', 'people.xls');
const UNSUPPORTED: Expectation = { code: 'file.unsupported' };

/** An OLE compound file with this stream in its directory. */
const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_016),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(512),
  ]);

const openDocument = (): Buffer =>
  buildZip([
    { name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 },
    { name: 'content.xml', data: '<office:document-content/>' },
  ]);

const binaryWorkbook = (): Buffer =>
  rawWorkbook({
    [PARTS.rootRelations]: relationsPart(relation('xl/workbook.bin', 'officeDocument')),
    [PARTS.workbook]: null,
    'xl/workbook.bin': Buffer.from([0x83, 1, 0]),
  });

const PIXEL =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

export const OTHER_FILES = [
  file('Excel 97–2003 (.xls)', () => ole('Workbook'), UNSUPPORTED),
  file(
    'a workbook with a password',
    () => ole('EncryptedPackage'),
    { code: 'file.encrypted' },
    { fileName: 'people.xlsx' },
  ),
  file('OpenDocument (.ods)', openDocument, UNSUPPORTED, { fileName: 'people.ods' }),
  file('binary workbook (.xlsb)', binaryWorkbook, UNSUPPORTED, { fileName: 'people.xlsb' }),
  file(
    'a web page named .xls',
    () => Buffer.from('<html><table><tr><td>Name</td></tr></table></html>'),
    UNSUPPORTED,
  ),
  file(
    'XML spreadsheet 2003',
    () =>
      Buffer.from(
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
      ),
    UNSUPPORTED,
    { fileName: 'people.xml' },
  ),
  file('Word document', () => rawWorkbook({ 'word/document.xml': '<document/>' }), UNSUPPORTED, {
    fileName: 'people.docx',
  }),
  file('PDF', () => Buffer.from('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj', 'latin1'), UNSUPPORTED, {
    fileName: 'people.pdf',
  }),
  file('picture (.png)', () => Buffer.from(PIXEL, 'base64'), UNSUPPORTED, {
    fileName: 'people.png',
  }),
  file(
    'archive with a workbook in it',
    () => buildZip([{ name: 'people.xlsx', data: excelWorkbook(PEOPLE) }]),
    UNSUPPORTED,
    { fileName: 'people.zip' },
  ),
  file(
    'an empty file',
    () => Buffer.alloc(0),
    { code: 'file.no-rows' },
    { fileName: 'people.csv' },
  ),
  file(
    'nothing but spaces and line ends',
    () => Buffer.from(' \r\n\r\n'),
    { code: 'file.no-rows' },
    { fileName: 'people.csv' },
  ),
];
