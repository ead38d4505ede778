import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { rawWorkbook } from '../../../../../tests/factories/raw-workbook.mjs';
import { buildZip } from '../../../../../tests/factories/zip.mjs';
import { Refusal } from '../../../shared/errors';
import { detectFileKind } from './file-kind';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'file-kind-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** The kind, or the code of the refusal. Every file has the same misleading name. */
async function kindOf(bytes: Buffer | string): Promise<unknown> {
  const file = path.join(folder, 'image.png');
  writeFileSync(file, bytes);
  return detectFileKind(file).catch((error: unknown) =>
    error instanceof Refusal ? error.code : error,
  );
}

const ole = (content: string) =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(1_048_560),
    Buffer.from(content, 'utf16le'),
    Buffer.alloc(5_000),
  ]);

it('knows workbooks and text by their content', async () => {
  await expect(kindOf(rawWorkbook())).resolves.toBe('xlsx');
  await expect(kindOf('Name,Primary Contact\n')).resolves.toBe('csv');
  await expect(kindOf('PK,Name\n')).resolves.toBe('csv');
  await expect(kindOf('BMW Berlin;+49301234567\n')).resolves.toBe('csv');
  await expect(kindOf(Buffer.from('\ufeffName\tPhone', 'utf16le'))).resolves.toBe('csv');
  await expect(kindOf(Buffer.from('Jos\xe9,1', 'latin1'))).resolves.toBe('csv');
  await expect(kindOf(`Name,Notes\n${'Asha,ok\n'.repeat(50)}Ravi,a\x01b\n`)).resolves.toBe('csv');
});

it.each([
  'BEGIN:VCARD\r\nVERSION:3.0',
  'begin:vcard\nversion:2.1',
  '\ufeffBEGIN:VCARD\n',
  ' \n\nBEGIN:VCARD\n',
  Buffer.from('\ufeffBEGIN:VCARD\n', 'utf16le'),
  Buffer.from('\ufeffBEGIN:VCARD\n', 'utf16le').swap16(),
])('knows contact cards: %j', async (bytes) => {
  await expect(kindOf(bytes)).resolves.toBe('vcard');
});

it('takes a cell that mentions cards for text', async () => {
  await expect(kindOf('Name,Notes\nAsha,BEGIN:VCARD\n')).resolves.toBe('csv');
  await expect(kindOf('BEGIN:VCARDS,Phone\n')).resolves.toBe('csv');
});

it('knows UTF-16 without its mark when there is enough of it', async () => {
  const text = 'Name,Primary Contact\nAsha Rao,+919876543210\n';
  await expect(kindOf(Buffer.from(text, 'utf16le'))).resolves.toBe('csv');
  const card = Buffer.from('BEGIN:VCARD\nVERSION:3.0\nFN:Asha Rao\nEND:VCARD\n', 'utf16le');
  await expect(kindOf(card.swap16())).resolves.toBe('vcard');
});

it('tells an encrypted workbook from an old one, wherever its directory lies', async () => {
  await expect(kindOf(ole('EncryptedPackage'))).resolves.toBe('file.encrypted');
  await expect(kindOf(ole('Workbook'))).resolves.toBe('file.unsupported');
});

it('refuses an empty file', async () => {
  await expect(kindOf('')).resolves.toBe('file.no-rows');
});

it.each([
  ['a PDF', '%PDF-1.7\n'],
  ['rich text', '{\\rtf1\\ansi Name}'],
  ['a web page saved as .xls', '\ufeff\n<html><table><tr><td>Name</td></tr></table></html>'],
  ['an XML spreadsheet', '<?xml version="1.0"?><Workbook/>'],
  ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
  ['a JPEG', Buffer.from('ffd8ffe000104a46494600010101', 'hex')],
  ['a bitmap', Buffer.concat([Buffer.from('BM'), Buffer.alloc(60)])],
  ['compressed data', Buffer.from('1f8b0800000000000003010203040506', 'hex')],
  ['an OpenDocument sheet', buildZip([{ name: 'mimetype', data: 'application/vnd.oasis' }])],
  ['a Numbers sheet', buildZip([{ name: 'Index/Document.iwa', data: 'x' }])],
  ...['word/document.xml', 'ppt/presentation.xml', 'xl/workbook.bin'].map((name) => {
    const parts = [
      { name: '[Content_Types].xml', data: '<Types/>' },
      { name, data: 'x' },
    ];
    return [`a package with ${name}`, buildZip(parts)] as [string, Buffer];
  }),
  ['an empty zip', buildZip([])],
] as [string, Buffer | string][])('refuses %s', async (_case, bytes) => {
  await expect(kindOf(bytes)).resolves.toBe('file.unsupported');
});

it('refuses half a zip as damaged', async () => {
  const book = rawWorkbook();
  await expect(kindOf(book.subarray(0, book.length / 2))).resolves.toBe('file.corrupt');
});

it('asks for UTF-8 when zero bytes show another encoding', async () => {
  await expect(kindOf(Buffer.from('Name,Phone\nAsha,1', 'utf16le'))).resolves.toBe('file.encoding');
});
