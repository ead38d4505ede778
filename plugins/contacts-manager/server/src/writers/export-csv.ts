import { Readable } from 'node:stream';
import type { ExportRows } from './export-rows';

/** Spreadsheet programs read UTF-8 only behind this mark. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * RFC 4180. Quoted is also what other separators would split: where the decimal sign is a comma, spreadsheet
 * programs separate by semicolons, and the rest of a name would become a cell of its own.
 */
const csvCell = (text: string): string =>
  /[",;\t\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const csvLine = (cells: readonly string[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/** As fast as it is read, and no faster. */
export const writeCsv = ({ headers, chunks }: ExportRows): Readable =>
  Readable.from(csvChunks(headers, chunks), { objectMode: false });

async function* csvChunks(headers: readonly string[], chunks: ExportRows['chunks']) {
  yield BYTE_ORDER_MARK + csvLine(headers);
  for await (const rows of chunks) yield rows.map(csvLine).join('');
}
