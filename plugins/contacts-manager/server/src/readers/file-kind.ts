import { open, type FileHandle } from 'node:fs/promises';
import { TextDecoder } from 'node:util';
import { Refusal } from '../../../shared/errors';
import { utf16Of } from './text/unicode';
import { openZip } from './xlsx/zip-directory';

export type FileKind = 'xlsx' | 'csv' | 'vcard';

const ZIP = Buffer.from('PK');
/** OLE compound file: the container of .xls, .doc and of encrypted OOXML ([MS-CFB] 2.2). */
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');

/** Formats that are plain text and yet no table. */
const TEXT_FORMATS = ['%PDF-', '{\\rtf'].map((start) => Buffer.from(start));
/** A zero byte behind one of these starts makes a picture or an archive; without it, it is text. */
const BINARY_FORMATS = [
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  'RIFF',
  'BM',
  'MZ',
  '\x7fELF',
  '7z\xbc\xaf',
  'Rar!',
].map((start) => Buffer.from(start, 'latin1'));

/** Text, slides and binary workbooks (.xlsb) in the container of .xlsx, by the part that every writer of them names so. */
const OTHER_PACKAGES = ['word/document.xml', 'ppt/presentation.xml', 'xl/workbook.bin'];

/** Web pages and XML spreadsheets are often saved under the name .xls. */
const MARKUP = /^(?:\ufeff|\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table|head|meta|workbook)\b/i;

const VCARD = /^(?:\ufeff|\xef\xbb\xbf)?\s*BEGIN:VCARD\s/i;

const HEAD_BYTES = 64 * 1024;
const SCAN_BYTES = 1024 * 1024;

/**
 * What a file is by its content; its name says nothing.
 * @throws Refusal `file.unsupported`, `file.encrypted`, `file.corrupt` or `file.no-rows`
 */
export async function detectFileKind(path: string): Promise<FileKind> {
  const file = await open(path, 'r');
  try {
    const head = await readAt(file, 0, HEAD_BYTES);
    if (head.length === 0) throw new Refusal('file.no-rows');
    if (startsWith(head, OLE)) {
      throw new Refusal(
        (await contains(file, ENCRYPTED_PACKAGE)) ? 'file.encrypted' : 'file.unsupported',
      );
    }
    if (!startsWith(head, ZIP) || !isZipRecord(head)) return textKind(head);
  } finally {
    await file.close();
  }
  return zipKind(path);
}

/** `PK` alone also begins a CSV file of people named PK…; a zip has a record type behind it. */
const isZipRecord = (head: Buffer): boolean => head.length >= 4 && (head[2] ?? 32) < 9;

async function zipKind(path: string): Promise<FileKind> {
  const zip = await openZip(path);
  zip.close();
  // OpenDocument, archives and the like are sound zips without this part (ECMA-376 part 2, 7.2).
  if (!zip.has('[Content_Types].xml')) throw new Refusal('file.unsupported');
  if (OTHER_PACKAGES.some((part) => zip.has(part))) throw new Refusal('file.unsupported');
  return 'xlsx';
}

function textKind(head: Buffer): FileKind {
  const isMarkup = MARKUP.test(head.toString('latin1', 0, 512));
  if (isMarkup || TEXT_FORMATS.some((start) => startsWith(head, start))) {
    throw new Refusal('file.unsupported');
  }
  const utf16 = utf16Of(head);
  if (utf16) return kindOfText(new TextDecoder(utf16).decode(head.subarray(0, 512)));
  const isBinary = head.includes(0) && BINARY_FORMATS.some((start) => startsWith(head, start));
  if (isBinary || isMostlyControls(head)) throw new Refusal('file.unsupported');
  if (head.includes(0)) throw new Refusal('file.encoding');
  return kindOfText(head.toString('latin1', 0, 512));
}

const kindOfText = (start: string): FileKind => (VCARD.test(start) ? 'vcard' : 'csv');

/** A few stray control characters happen in real text; one in a hundred and more is no text. */
function isMostlyControls(head: Buffer): boolean {
  let controls = 0;
  for (const byte of head) if ((byte > 0 && byte < 9) || (byte > 13 && byte < 32)) controls += 1;
  return controls * 100 > head.length;
}

const startsWith = (bytes: Buffer, start: Buffer): boolean =>
  bytes.subarray(0, start.length).equals(start);

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Searches in overlapping windows, so that a hit across two of them is found. */
async function contains(file: FileHandle, needle: Buffer): Promise<boolean> {
  for (let position = 0; ; position += SCAN_BYTES - needle.length) {
    const window = await readAt(file, position, SCAN_BYTES);
    if (window.includes(needle)) return true;
    if (window.length < SCAN_BYTES) return false;
  }
}
