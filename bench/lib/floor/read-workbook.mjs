import { promisify } from 'node:util';
import { SaxesParser } from 'saxes';
import yauzl from 'yauzl';

/**
 * The least that reading a workbook takes: yauzl, saxes, the first sheet, its shared strings. It believes
 * whatever the file says, and keeps every row in memory.
 */

const COLUMN_A = 'A'.charCodeAt(0);

/** @type {(file: string, options: yauzl.Options) => Promise<yauzl.ZipFile>} */
const openZip = promisify(yauzl.open);

/** @param {yauzl.ZipFile} zip @returns {Promise<Map<string, yauzl.Entry>>} */
const readDirectory = (zip) =>
  new Promise((resolve, reject) => {
    const entries = new Map();
    zip.on('error', reject);
    zip.on('end', () => resolve(entries));
    zip.on('entry', (/** @type {yauzl.Entry} */ entry) => {
      entries.set(entry.fileName, entry);
      zip.readEntry();
    });
    zip.readEntry();
  });

/**
 * @param {yauzl.ZipFile} zip @param {yauzl.Entry | undefined} entry
 * @param {{ open(name: string, attributes: Record<string, string>): void, text(text: string): void, close(name: string): void }} handlers
 */
async function parsePart(zip, entry, handlers) {
  if (!entry) return;
  /** @type {import('node:stream').Readable} */
  const stream = await new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, opened) => (error ? reject(error) : resolve(opened))),
  );
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('opentag', (tag) => handlers.open(tag.name, tag.attributes));
  parser.on('text', handlers.text);
  parser.on('closetag', (tag) => handlers.close(tag.name));
  const decoder = new TextDecoder();
  for await (const chunk of stream) parser.write(decoder.decode(chunk, { stream: true }));
  parser.close();
}

/** @param {yauzl.ZipFile} zip @param {yauzl.Entry | undefined} entry */
async function readStrings(zip, entry) {
  /** @type {string[]} */
  const strings = [];
  let current = '';
  let inText = false;
  await parsePart(zip, entry, {
    open(name) {
      if (name === 'si') current = '';
      inText = name === 't';
    },
    text(text) {
      if (inText) current += text;
    },
    close(name) {
      inText = false;
      if (name === 'si') strings.push(current);
    },
  });
  return strings;
}

/** @param {string} file @returns {Promise<string[][]>} the cells of every row, the header row too */
export async function readWorkbook(file) {
  const zip = await openZip(file, { lazyEntries: true, autoClose: false });
  const entries = await readDirectory(zip);
  const strings = await readStrings(zip, entries.get('xl/sharedStrings.xml'));
  /** @type {string[][]} */
  const rows = [];
  /** @type {string[]} */
  let cells = [];
  let column = 0;
  let isShared = false;
  let inValue = false;
  await parsePart(zip, entries.get('xl/worksheets/sheet1.xml'), {
    open(name, attributes) {
      if (name === 'c') {
        // Seven columns: one letter says which.
        column = (attributes.r ?? '').charCodeAt(0) - COLUMN_A;
        isShared = attributes.t === 's';
      } else if (name === 'row') cells = [];
      inValue = name === 'v' || name === 't';
    },
    text(text) {
      if (inValue) cells[column] = isShared ? (strings[Number(text)] ?? '') : text;
    },
    close(name) {
      inValue = false;
      if (name === 'row') rows.push(cells);
    },
  });
  zip.close();
  return rows;
}
