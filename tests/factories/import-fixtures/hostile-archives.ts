import { PARTS, rawWorkbook, sheetPart, workbookFiles } from '../raw-workbook.mjs';
import { excelWorkbook } from '../written-workbooks';
import { buildZip, type ZipFile } from '../zip.mjs';
import { ASHA_XML, HEADER_ROW, inSection, PEOPLE, PEOPLE_READ, type Expectation } from './fixture';

const archive = inSection('Safety', 'people.xlsx');
const CORRUPT: Expectation = { code: 'file.corrupt' };
const TOO_COMPLEX: Expectation = { code: 'file.too-complex' };
const ONE_PERSON: Expectation = { state: 'review', counts: { create: 1 } };

const MEGABYTE = 1024 * 1024;
const SHEET = sheetPart(HEADER_ROW + ASHA_XML);

/** A sound workbook with other files in its archive. */
const withFiles = (...files: ZipFile[]): Buffer =>
  buildZip([...workbookFiles({ [PARTS.sheet]: SHEET }), ...files]);
/** A workbook whose sheet is stored with lies in the archive's directory. */
const withSheet = (sheet: Omit<ZipFile, 'name'>): Buffer =>
  buildZip([...workbookFiles({ [PARTS.sheet]: null }), { name: PARTS.sheet, ...sheet }]);

const named = (name: string) => () => withFiles({ name, data: 'x' });

function flipped(): Buffer {
  const bytes = excelWorkbook(PEOPLE);
  const name = bytes.indexOf(PARTS.sheet);
  const at = name + PARTS.sheet.length + 100;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return bytes;
}

export const HOSTILE_ARCHIVES = [
  archive(
    'zip bomb: 20 MB of nothing in 20 KB',
    () => withSheet({ data: Buffer.alloc(20 * MEGABYTE) }),
    TOO_COMPLEX,
  ),
  archive(
    'zip bomb: 2.4 GB declared, at a ratio that sheets have',
    () => withSheet({ data: '', declaredSize: 2.4e9, packed: Buffer.alloc(10 * MEGABYTE) }),
    TOO_COMPLEX,
  ),
  archive(
    'zip bomb: declared as 1 KB, in truth 64 MB',
    () => withSheet({ data: Buffer.alloc(64 * MEGABYTE), declaredSize: 1_000 }),
    CORRUPT,
  ),
  archive(
    'a sheet that is longer than declared',
    () => withSheet({ data: SHEET, declaredSize: 100 }),
    CORRUPT,
  ),
  archive(
    '2,001 files in the archive',
    () => withFiles(...Array.from({ length: 2_001 }, (_, at) => ({ name: `x${at}`, data: '' }))),
    TOO_COMPLEX,
  ),
  archive(
    'an archive inside the archive, which is never opened',
    () => withFiles({ name: 'xl/embeddings/inner.zip', data: excelWorkbook(PEOPLE) }),
    ONE_PERSON,
  ),
  archive('a file named ../x', named('../x'), CORRUPT),
  archive('a file named /etc/passwd', named('/etc/passwd'), CORRUPT),
  archive('a file named ..\\x', named('..\\x'), CORRUPT),
  archive('a file named C:\\x', named('C:\\x'), CORRUPT),
  archive('two files of one name', () => withFiles({ name: PARTS.sheet, data: SHEET }), CORRUPT),
  archive(
    'two files of one name but for capitals',
    () => withFiles({ name: PARTS.sheet.toUpperCase(), data: SHEET }),
    CORRUPT,
  ),
  archive(
    'files that share their bytes',
    () => withFiles({ name: 'x', data: SHEET, offset: 0 }),
    CORRUPT,
  ),
  archive(
    'an archive cut off in the middle',
    () => excelWorkbook(PEOPLE).subarray(0, 1_500),
    CORRUPT,
  ),
  archive(
    'an archive cut off before its last byte',
    () => excelWorkbook(PEOPLE).subarray(0, -1),
    CORRUPT,
  ),
  archive('one bit of the sheet flipped', flipped, CORRUPT),
  archive('a part that needs a password', () => withFiles({ name: 'x', data: 'x', flags: 1 }), {
    code: 'file.encrypted',
  }),
  archive(
    'a macro beside the sheet, which is never run',
    () => withFiles({ name: 'xl/vbaProject.bin', data: Buffer.alloc(1_000, 7) }),
    ONE_PERSON,
    { fileName: 'people.xlsm' },
  ),
  archive(
    'a link to a sheet on another machine, which is never followed',
    () =>
      rawWorkbook({
        [PARTS.relations]:
          '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="http://127.0.0.1:1/x" TargetMode="External"/></Relationships>',
      }),
    { code: 'file.no-rows' },
  ),
  archive(
    'bytes after the end of the archive',
    () => Buffer.concat([excelWorkbook(PEOPLE), Buffer.from('tail')]),
    CORRUPT,
  ),
  archive(
    'a workbook without anything wrong, for comparison',
    () => excelWorkbook(PEOPLE),
    PEOPLE_READ,
  ),
];
