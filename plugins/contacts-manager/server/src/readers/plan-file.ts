import type { ColumnMapping } from '../../../shared/contracts/imports';
import { customColumn } from '../../../shared/import-fields';
import { Refusal } from '../../../shared/errors';
import { nameKey } from '../../../shared/text';
import { newDocumentId } from '../domain/document-id';
import { readHeaders, type HeaderReading } from '../domain/import/headers';
import { createClaims } from '../domain/import/claims';
import {
  createNumberSample,
  sampleNumbers,
  summariseNumbers,
  type NumberSample,
} from '../domain/import/country-guess';
import { planBatch, type PlanContext } from '../domain/import/plan';
import { previewOf } from '../domain/import/preview';
import { headerRowNotFound, tooManyRows } from '../domain/import/refusal-sentences';
import {
  countFormulas,
  countRow,
  createTally,
  summarise,
  type PlanTally,
} from '../domain/import/report';
import type {
  CheckedRow,
  DirectoryEntry,
  RawRow,
  SourceTable,
  StagedRow,
} from '../domain/import/types';
import { checkRow } from '../domain/import/validate';
import { findSheet, openTable, type OpenedTable } from './find-sheet';
import type { FromWorker, WorkerInput } from './protocol';
import { openTables, type RowSource, type TableFile } from './row-source';

const BATCH_ROWS = 1_000;

export type PlanOutcome = Extract<FromWorker, { type: 'needs-mapping' | 'done' | 'failed' }>;

/** What the plan needs of the directory and of the staged rows, which live elsewhere. */
export interface PlanPort {
  lookup(phones: string[]): Promise<DirectoryEntry[]>;
  stage(rows: StagedRow[], progress: number): Promise<void>;
}

/** Reads, checks and plans a whole file. A file that cannot be used is an outcome, not an error. */
export async function planFile(input: WorkerInput, port: PlanPort): Promise<PlanOutcome> {
  try {
    const file = await openTables(input.filePath, input.limits, input.policy.defaultCountry);
    try {
      return await planSheet(file, input, port);
    } finally {
      file.close();
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { type: 'failed', code: error.code, message: error.message };
  }
}

async function planSheet(
  file: TableFile,
  input: WorkerInput,
  port: PlanPort,
): Promise<PlanOutcome> {
  const found = await findSheet(file, input);
  const source = await file.open(found.index);
  try {
    const opened = await openTable(source, input);
    const name = file.sheets[found.index] ?? '';
    const sheets = found.previews.length > 0 ? found.previews : [previewOf(name, opened.first)];
    const reading = readHeaders(opened.head, input, input.customFields);
    if (opened.head.length === 0) throw new Refusal('file.no-rows');
    if (reading.kind === 'missing-column') throw new Refusal('file.missing-column');
    if (reading.kind === 'missing-row') {
      throw new Refusal('header-row.not-found', [], headerRowNotFound(input.headerRow ?? 1));
    }
    const table: SourceTable = { sheets, sheet: name, headerRow: reading.headerRow };
    if (reading.kind === 'ready' && found.isObvious) {
      return await planRows({ source, opened, reading, table }, input, port);
    }
    return {
      type: 'needs-mapping',
      question: found.isObvious && reading.kind === 'needs-mapping' ? reading.question : 'table',
      headers: reading.headers,
      guess: reading.kind === 'ready' ? reading.mapping : reading.guess,
      table,
    };
  } finally {
    await source.chunks.return(undefined);
  }
}

interface FoundTable {
  source: RowSource;
  opened: OpenedTable;
  reading: Extract<HeaderReading, { kind: 'ready' }>;
  table: SourceTable;
}

async function planRows(
  { source, opened, reading, table }: FoundTable,
  input: WorkerInput,
  port: PlanPort,
): Promise<PlanOutcome> {
  const { headers, mapping, dataStart } = reading;
  const tally = createTally();
  const numbers = createNumberSample();
  const context = planContext(input);
  const submit = async (batch: CheckedRow[], progress: number) => {
    const staged = planBatch(batch, await port.lookup(phonesOf(batch)), context);
    staged.forEach((row, index) => {
      const checked = batch[index];
      if (checked) countRow(tally, checked, row, context.known);
    });
    await port.stage(staged, progress);
  };
  const rows = joined(opened.head.slice(dataStart), opened.rest);
  const batches = checkedBatches(rows, mapping, { tally, numbers }, input);
  await submitOverlapped(batches, (batch) => submit(batch, source.progress()));
  if (tally.counts.total === 0) throw new Refusal('file.no-rows');
  const numbersWithoutCountry = summariseNumbers(numbers, {
    chosen: input.policy.defaultCountry,
    known: input.knownNumbers,
  });
  const read = { headers, mapping, table: withoutRows(table), numbersWithoutCountry };
  return { type: 'done', summary: summarise(tally, context.known, read) };
}

const planContext = ({ policy, knownNames, customFields }: WorkerInput): PlanContext => {
  const byKey = (names: string[]) => new Map(names.map((name) => [nameKey(name), name]));
  const known = { categories: byKey(knownNames.categories), groups: byKey(knownNames.groups) };
  return { policy, known, fields: customFields, claims: createClaims(), newDocumentId };
};

/** While one batch waits for the database, the next one is read; never more, so that memory stays flat. */
async function submitOverlapped(
  batches: AsyncIterable<CheckedRow[]>,
  submit: (batch: CheckedRow[]) => Promise<void>,
): Promise<void> {
  let pending = Promise.resolve();
  for await (const batch of batches) {
    await pending;
    pending = submit(batch);
    // Awaited in the next round; until then a failure must not count as unhandled.
    pending.catch(() => undefined);
  }
  await pending;
}

async function* checkedBatches(
  chunks: AsyncIterable<RawRow[]>,
  mapping: ColumnMapping,
  { tally, numbers }: { tally: PlanTally; numbers: NumberSample },
  { policy, limits, customFields }: WorkerInput,
): AsyncGenerator<CheckedRow[]> {
  // The file's own columns only: a hundred fields that it does not have would cost time on each row.
  const fields = customFields.filter(({ key }) => typeof mapping[customColumn(key)] === 'number');
  let batch: CheckedRow[] = [];
  let total = 0;
  for await (const chunk of chunks) {
    for (const raw of chunk) {
      countFormulas(tally, raw, mapping);
      const checked = checkRow(raw, mapping, policy.defaultCountry, fields);
      if (!checked) continue;
      sampleNumbers(numbers, checked);
      batch.push(checked);
    }
    if (total + batch.length > limits.rows) {
      throw new Refusal('file.too-many-rows', [], tooManyRows(limits.rows));
    }
    if (batch.length < BATCH_ROWS) continue;
    total += batch.length;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Nobody chooses any more. */
const withoutRows = (table: SourceTable): SourceTable => ({
  ...table,
  sheets: table.sheets.map(({ name }) => ({ name, rows: [] })),
});

async function* joined(taken: RawRow[], chunks: AsyncIterable<RawRow[]>) {
  yield taken;
  yield* chunks;
}

function phonesOf(batch: CheckedRow[]): string[] {
  const phones = new Set<string>();
  for (const { primaryContact, secondaryContact } of batch) {
    if (primaryContact) phones.add(primaryContact);
    if (secondaryContact) phones.add(secondaryContact);
  }
  return [...phones];
}
