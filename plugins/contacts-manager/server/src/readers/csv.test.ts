import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { encodeLegacy } from '../../../../../tests/factories/legacy-text';
import type { RawRow } from '../domain/import/types';
import { readCsv } from './csv';

// Files of real size, on machines that do other work at the same time.
jest.setTimeout(60_000);

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'read-csv-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function read(content: string | Buffer): Promise<RawRow[]> {
  const file = path.join(folder, 'file.csv');
  writeFileSync(file, content);
  const source = await readCsv(file);
  const rows: RawRow[] = [];
  for await (const chunk of source.chunks) rows.push(...chunk);
  expect(source.progress()).toBe(1);
  return rows;
}

const cellsOf = async (content: string | Buffer) => (await read(content)).map(({ cells }) => cells);

const utf16be = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16();

describe('encodings', () => {
  const text = 'Name,City\nJosé,東京 𝒜\n';
  const cells = [
    ['Name', 'City'],
    ['José', '東京 𝒜'],
  ];
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16, big end first', utf16be(text)],
  ])('reads %s', async (_case, bytes) => {
    await expect(cellsOf(bytes)).resolves.toEqual(cells);
  });

  it('reads what is no UTF-8 as windows-1252, even when only the last letter shows it', async () => {
    const bytes = Buffer.concat([
      Buffer.from('Name\n'),
      Buffer.from('Asha\n'.repeat(15_000)),
      Buffer.from('M\xfcller \x80', 'latin1'),
    ]);
    expect((await cellsOf(bytes)).at(-1)).toEqual(['Müller €']);
  });

  it.each([
    ['windows-1251', ['Имя', 'Иван Петров', 'Мария Смирнова']],
    ['shift_jis', ['名前', '山本太郎', 'スズキ イチロー', '佐藤花子']],
  ])('reads %s, even when ten thousand rows come before', async (encoding, names) => {
    const start = Buffer.from('Asha\n'.repeat(10_000));
    const bytes = Buffer.concat([start, encodeLegacy(names.join('\n'), encoding)]);
    const cells = await cellsOf(bytes);
    expect(cells.slice(10_000)).toEqual(names.map((name) => [name]));
  });

  it('reads UTF-16 without its mark', async () => {
    const bytes = Buffer.from('Name,Phone\nAsha Rao,+919876543210\n', 'utf16le');
    await expect(cellsOf(bytes)).resolves.toEqual([
      ['Name', 'Phone'],
      ['Asha Rao', '+919876543210'],
    ]);
  });

  it('keeps letters whole that lie across two chunks', async () => {
    const names = Array.from({ length: 10_000 }, (_, index) => `é日𝒜${index}`);
    await expect(cellsOf(names.join('\n'))).resolves.toEqual(names.map((name) => [name]));
  });

  it.each([
    ['zero bytes', Buffer.from('Name\0,Phone')],
    ['zero bytes in UTF-16', Buffer.from('\ufeffName\0,Phone', 'utf16le')],
    ['half a UTF-16 letter', Buffer.from('\ufeffName', 'utf16le').subarray(0, 9)],
  ])('refuses %s', async (_case, bytes) => {
    await expect(read(bytes)).rejects.toMatchObject({ code: 'file.encoding' });
  });
});

describe('delimiters', () => {
  it.each([
    ['commas', 'Name,Groups\n"Rao; Asha","A, B"\n'],
    ['semicolons', 'Name;Groups\nRao\\, Asha;A, B\nRavi;C, D, E\n'],
    ['tabs', 'Name\tGroups\nRao, Asha\tA, B\n'],
    ['bars', 'Name|Groups\nRao, Asha|A, B\n'],
  ])('finds %s', async (_case, text) => {
    const rows = await cellsOf(text);
    expect(rows.map((cells) => cells.length)).toEqual(rows.map(() => 2));
  });

  it('takes commas for a single column', async () => {
    await expect(cellsOf('Name\nAsha\n')).resolves.toEqual([['Name'], ['Asha']]);
  });

  it('obeys a sep= line, which is no row of the sheet', async () => {
    await expect(read('sep=|\r\nName|Phone, Fax\r\nA|1\r\n')).resolves.toEqual([
      { row: 1, cells: ['Name', 'Phone, Fax'] },
      { row: 2, cells: ['A', '1'] },
    ]);
    await expect(cellsOf('\ufeff"sep=;"\nA;B,C,D\n')).resolves.toEqual([['A', 'B,C,D']]);
  });
});

describe('records', () => {
  it('reads quotes, line breaks in cells and quotes in the middle of text', async () => {
    const text = 'Name,Notes\r\n"Rao, ""Asha""","two\r\nlines"\r\nRavi,5\'10" tall\r\n';
    await expect(read(text)).resolves.toEqual([
      { row: 1, cells: ['Name', 'Notes'] },
      { row: 2, cells: ['Rao, "Asha"', 'two\r\nlines'] },
      { row: 3, cells: ['Ravi', '5\'10" tall'] },
    ]);
  });

  it('counts blank lines as rows and leaves them out', async () => {
    const rows = await read('Name,Phone\n\n,\nAsha,1\rRavi,2\n');
    expect(rows.map(({ row }) => row)).toEqual([1, 4, 5]);
  });

  it('allows rows of different lengths', async () => {
    await expect(cellsOf('A,B\n1\n1,2,3\n')).resolves.toEqual([['A', 'B'], ['1'], ['1', '2', '3']]);
  });

  it('refuses a quote that is never closed, without reading on for ever', async () => {
    await expect(read('Name,Notes\nAsha,"never')).rejects.toMatchObject({ code: 'file.corrupt' });
    const endless = `Name,Notes\nAsha,"${'never,\n'.repeat(200_000)}`;
    await expect(read(endless)).rejects.toMatchObject({ code: 'file.corrupt' });
  });

  it('refuses more columns than a sheet has', async () => {
    await expect(read(`A${',1'.repeat(16_384)}\n`)).rejects.toMatchObject({ code: 'file.corrupt' });
  });
});
