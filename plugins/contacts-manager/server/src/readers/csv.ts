import { stat } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '../../../shared/errors';
import type { RawRow, SheetRow } from '../domain/import/types';
import { guessDelimiter } from './csv-delimiter';
import type { RowSource } from './row-source';
import { readText } from './text/text-file';
import { MAX_COLUMNS } from './xlsx/cell-reference';

const SAMPLE_CHARS = 16 * 1024;
const CHUNK_ROWS = 250;
/** An unclosed quote swallows the rest of the file as one record; this is where it ends. */
const MAX_RECORD = 1_000_000;

/**
 * Streams the records of a CSV file. A line break within quotes does not begin a new row, as in
 * spreadsheet programs; blank lines count as rows and are left out.
 * @throws Refusal `file.encoding` or `file.corrupt`, here or while the rows are read
 */
export async function readCsv(path: string): Promise<RowSource> {
  const { size } = await stat(path);
  const text = await readText(path);
  return {
    chunks: readRecords(text.chunks),
    progress: () => Math.min(1, text.bytesRead() / Math.max(1, size)),
  };
}

async function* readRecords(chunks: AsyncGenerator<string>): AsyncGenerator<RawRow[]> {
  const start = await takeStart(chunks);
  const { delimiter, skip } = guessDelimiter(start);
  const parser = parse({
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: MAX_RECORD,
    relax_column_count: true,
    // Inches and nicknames: a quote inside an unquoted value is text.
    relax_quotes: true,
  });
  pipeline(Readable.from(joined(start.slice(skip), chunks)), parser, (error) => {
    // The loop below sees the same error; pipeline only makes sure that both streams are closed.
    if (error) parser.destroy(error);
  });
  let row = 0;
  let chunk: RawRow[] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      row += 1;
      if (cells.length > MAX_COLUMNS) throw new Refusal('file.corrupt');
      if (cells.some((cell) => cell.trim() !== '')) chunk.push({ row: row as SheetRow, cells });
      if (chunk.length < CHUNK_ROWS) continue;
      yield chunk;
      chunk = [];
    }
    if (chunk.length > 0) yield chunk;
  } catch (error) {
    throw error instanceof CsvError ? new Refusal('file.corrupt') : error;
  }
}

/** Enough text to see the delimiter; the chunks that follow stay in the generator. */
async function takeStart(chunks: AsyncGenerator<string>): Promise<string> {
  let start = '';
  while (start.length < SAMPLE_CHARS) {
    const next = await chunks.next();
    if (next.done) break;
    start += next.value;
  }
  return start;
}

async function* joined(start: string, chunks: AsyncGenerator<string>): AsyncGenerator<string> {
  if (start) yield start;
  yield* chunks;
}
