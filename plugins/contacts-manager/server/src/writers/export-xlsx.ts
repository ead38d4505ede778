import { once } from 'node:events';
import { PassThrough, type Readable, type Writable } from 'node:stream';
import type ExcelJS from 'exceljs';
import type { ExportRows } from './export-rows';

declare module 'exceljs' {
  // Missing in exceljs' own types: what a sheet that is streamed is written into, which leads to the archive.
  interface Worksheet {
    stream: { pipes: Writable[] };
  }
}

/** Without it a spreadsheet program turns a number that is edited into a float and drops its + and last digits. */
const TEXT_FORMAT = '@';
/** Characters of one cell; Excel takes a file with a longer one for damaged. */
const CELL_MAX = 32_767;

/** A workbook of text cells, written as fast as it is read: at any time a few hundred rows are in memory. */
export function writeXlsx(rows: ExportRows): Readable {
  const sink = new PassThrough();
  writeSheet(sink, rows).catch((error: unknown) => {
    sink.destroy(error instanceof Error ? error : new Error(String(error)));
  });
  return sink;
}

async function writeSheet(sink: PassThrough, { headers, widths, chunks }: ExportRows) {
  // Loaded at the first export: it would make every start of the server half a second slower.
  const { default: exceljs } = await import('exceljs');
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream: sink,
    useStyles: true,
    // They would all be kept until the end.
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet('Contacts', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = widths.map((width) => ({ width, style: { numFmt: TEXT_FORMAT } }));
  const header = sheet.addRow(headers.map(sheetText));
  header.font = { bold: true };
  header.commit();
  for await (const rows of chunks) {
    for (const cells of rows) sheet.addRow(cells.map(sheetText)).commit();
    await drained(sink, sheet.stream.pipes);
    // Whoever asked is gone; leaving the loop ends the reading of the directory.
    if (sink.destroyed) return;
  }
  await workbook.commit();
}

/**
 * Until what was written has gone through the archive, or nobody reads it any more. exceljs hands rows on without
 * waiting, so that this is the only place where a slow connection can slow the reading down.
 */
async function drained(sink: Writable, entries: readonly Writable[]): Promise<void> {
  const over = new AbortController();
  const { signal } = over;
  const taken = async () => {
    await Promise.all(entries.map(passThrough));
    if (sink.writableNeedDrain) await once(sink, 'drain', { signal });
  };
  try {
    if (!sink.destroyed) await Promise.race([taken(), once(sink, 'close', { signal })]);
  } finally {
    over.abort();
  }
}

/** An empty write is done once all before it are. */
const passThrough = (entry: Writable): Promise<void> =>
  new Promise((resolve) => {
    entry.write('', () => resolve());
  });

/** What XML cannot hold, and what looks like it, in the escape of ECMA-376 part 1, 22.9.2.19 (ST_Xstring). */
const ESCAPED = /_(?=x[0-9A-Fa-f]{4}_)|[\u0000-\u0008\u000b-\u001f\u007f\ufffe\uffff]/g;

const sheetText = (text: string): ExcelJS.CellValue => {
  if (text.length > CELL_MAX) throw new Error('A cell has more text than a workbook can hold.');
  return text === '' ? null : text.replace(ESCAPED, escapeOf);
};

const escapeOf = (char: string): string =>
  `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
