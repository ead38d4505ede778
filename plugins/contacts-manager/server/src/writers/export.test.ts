import { Writable, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import exceljs from 'exceljs';
import type { ContactCard } from '../domain/export/card';
import { writeCsv } from './export-csv';
import { writeVcards } from './export-vcard';
import { writeXlsx } from './export-xlsx';

const HEADERS = ['Name', 'Notes'];

interface Source {
  chunks: AsyncGenerator<string[][]>;
  read: number;
  isClosed: boolean;
}

/** Chunks of rows, and how many of them were asked for. */
function sourceOf(count: number, rowsOf: (chunk: number) => string[][]): Source {
  const source: Source = { chunks: make(), read: 0, isClosed: false };
  async function* make() {
    try {
      for (let chunk = 0; chunk < count; chunk += 1) {
        source.read += 1;
        yield await Promise.resolve(rowsOf(chunk));
      }
    } finally {
      source.isClosed = true;
    }
  }
  return source;
}
const fileOf = (write: typeof writeCsv, source: Source): Readable =>
  write({ headers: HEADERS, widths: [20, 40], chunks: source.chunks });

/** Five hundred rows that no compression makes small. */
const bulky = () =>
  Array.from({ length: 500 }, () => [`${Math.random()}`, `${Math.random()}`.repeat(20)]);

const cardOf = ([name = '', notes = '']: string[]): ContactCard => ({
  ...{ uid: name, name, notes, email: null, groups: [] },
  ...{ primaryContact: '+919812345678', secondaryContact: null },
});
const writeRowsAsCards: typeof writeCsv = ({ chunks }) =>
  writeVcards(
    (async function* () {
      for await (const rows of chunks) yield rows.map(cardOf);
    })(),
  );

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('CSV begins with the mark of UTF-8 and quotes what any program would split', async () => {
  const rows = [
    ['Asha "Ash" Rao', 'one\ntwo'],
    ['semi;colon', 'comma, tab\t'],
    ['रमा', ''],
  ];
  const csv = await buffer(
    fileOf(
      writeCsv,
      sourceOf(1, () => rows),
    ),
  );
  expect(csv.toString()).toBe(
    '\uFEFFName,Notes\r\n' +
      '"Asha ""Ash"" Rao","one\ntwo"\r\n' +
      '"semi;colon","comma, tab\t"\r\n' +
      'रमा,\r\n',
  );
});

test('a workbook has text cells only, also of what XML cannot hold', async () => {
  const rows = [
    ['+919812345678', '=1+1'],
    ['_x0041_ & <b>', 'bell \u0007\nline'],
  ];
  const source = sourceOf(1, () => rows);
  const workbook = new exceljs.Workbook();
  const bytes = await buffer(fileOf(writeXlsx, source));
  await workbook.xlsx.load(bytes.buffer);
  const sheet = workbook.getWorksheet('Contacts');
  expect(sheet?.getCell('A2')).toMatchObject({ value: '+919812345678', numFmt: '@' });
  expect(sheet?.getCell('B2').value).toBe('=1+1');
  // exceljs reads these escapes as they stand; the import reads what they mean.
  expect(sheet?.getCell('A3').value).toBe('_x005F_x0041_ & <b>');
  expect(sheet?.getCell('B3').value).toBe('bell _x0007_\nline');
});

describe.each([
  ['CSV', writeCsv],
  ['xlsx', writeXlsx],
  ['vCard', writeRowsAsCards],
])('%s', (_name, write) => {
  test('reads no faster than it is read', async () => {
    const source = sourceOf(1_000, bulky);
    const file = fileOf(write, source);
    await pause(300);
    file.pause();
    expect(source.read).toBeLessThan(20);
    file.destroy();
    await pause(50);
  });

  test('stops reading when its reader goes away', async () => {
    const source = sourceOf(1_000, bulky);
    const file = fileOf(write, source);
    const gone = new Writable({ write: (_chunk, _encoding, done) => done(new Error('gone')) });
    await expect(pipeline(file, gone)).rejects.toThrow('gone');
    await pause(100);
    expect(source.isClosed).toBe(true);
    expect(source.read).toBeLessThan(30);
  });

  test('fails as a whole when its rows fail half-way', async () => {
    const source = sourceOf(10, (chunk) => {
      if (chunk === 5) throw new Error('The database is gone.');
      return bulky();
    });
    await expect(buffer(fileOf(write, source))).rejects.toThrow('The database is gone.');
    expect(source.isClosed).toBe(true);
  });
});

test('a workbook refuses a cell that Excel would take for damage', async () => {
  const source = sourceOf(1, () => [['x'.repeat(32_768), '']]);
  await expect(buffer(fileOf(writeXlsx, source))).rejects.toThrow('more text');
});
