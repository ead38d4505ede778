import type { SheetPreview } from '../../../shared/contracts/imports';
import { Refusal } from '../../../shared/errors';
import { chooseSheet } from '../domain/import/choose-sheet';
import { adaptForeignExport, type Adapt } from '../domain/import/foreign-exports';
import { readHeaders, type HeaderReading } from '../domain/import/headers';
import { PREVIEW_ROWS, previewOf } from '../domain/import/preview';
import { sheetNotFound } from '../domain/import/refusal-sentences';
import type { RawRow } from '../domain/import/types';
import type { WorkerInput } from './protocol';
import type { RowSource, TableFile } from './row-source';

/** Nobody chooses among more; a sheet behind them can still be named by whoever uploads. */
const LISTED_SHEETS = 30;

export interface FoundSheet {
  index: number;
  /** Whether a person need not be asked. */
  isObvious: boolean;
  /** First rows of the sheets that were looked at. */
  previews: SheetPreview[];
}

/**
 * Which sheet is to be read: the one a person named, the only one, or the one that looks like a list of people.
 * @throws Refusal `sheet.not-found`, `file.*`
 */
export async function findSheet(file: TableFile, input: WorkerInput): Promise<FoundSheet> {
  const named = input.sheet ? file.sheets.indexOf(input.sheet) : null;
  if (named === -1) {
    throw new Refusal('sheet.not-found', [], sheetNotFound(input.sheet ?? '', file.sheets));
  }
  if (file.sheets.length === 1) return { index: 0, isObvious: true, previews: [] };
  const heads: RawRow[][] = [];
  for (const index of file.sheets.slice(0, LISTED_SHEETS).keys()) {
    heads.push(await readHead(file, index));
  }
  const previews = heads.map((rows, index) => previewOf(file.sheets[index] ?? '', rows));
  if (named !== null) return { index: named, isObvious: true, previews };
  // Columns were chosen for a table that whoever chose has seen: without a name, the first.
  const readings = heads.map((rows) => (rows.length > 0 ? readTable(rows, input) : null));
  const found = input.mapping
    ? { index: heads.findIndex((rows) => rows.length > 0), isObvious: true }
    : chooseSheet(readings);
  if (!found || found.index === -1) throw new Refusal('file.no-rows');
  return { ...found, previews };
}

async function readHead(file: TableFile, index: number): Promise<RawRow[]> {
  const { chunks } = await file.open(index);
  try {
    return await takeRows(chunks, PREVIEW_ROWS);
  } finally {
    await chunks.return(undefined);
  }
}

const readTable = (head: readonly RawRow[], input: WorkerInput): HeaderReading => {
  const adapt = adapterOf(head, input);
  return readHeaders(adapt ? head.map(adapt) : head, input, input.customFields);
};

/** How to read another program's export. A person who chose columns has seen those of the file. */
const adapterOf = (
  head: readonly RawRow[],
  { mapping, headerRow, policy }: WorkerInput,
): Adapt | null => {
  const header = headerRow === undefined ? head[0] : head.find(({ row }) => row === headerRow);
  return mapping ? null : adaptForeignExport(header, policy.defaultCountry);
};

export interface OpenedTable {
  /** As they stand in the file. */
  first: RawRow[];
  /** The first rows and the others, those of another program's export as the template has them. */
  head: RawRow[];
  rest: AsyncIterable<RawRow[]>;
}

/** The first rows of a table, down to the header row that a person chose, and the others. */
export async function openTable({ chunks }: RowSource, input: WorkerInput): Promise<OpenedTable> {
  const first = await takeRows(chunks, PREVIEW_ROWS, input.headerRow);
  const adapt = adapterOf(first, input);
  return adapt
    ? { first, head: first.map(adapt), rest: adapted(chunks, adapt) }
    : { first, head: first, rest: chunks };
}

async function* adapted(chunks: AsyncIterable<RawRow[]>, adapt: Adapt) {
  for await (const chunk of chunks) yield chunk.map(adapt);
}

/** At least as many rows as asked for and down to row `last` of the sheet, unless the table has fewer. */
async function takeRows(
  chunks: AsyncGenerator<RawRow[]>,
  count: number,
  last = 0,
): Promise<RawRow[]> {
  const taken: RawRow[] = [];
  while (taken.length < count || (taken.at(-1)?.row ?? 0) < last) {
    const next = await chunks.next();
    if (next.done) break;
    taken.push(...next.value);
  }
  return taken;
}
