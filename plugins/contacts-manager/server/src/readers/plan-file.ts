import type { ColumnMapping } from '../../../shared/contracts/imports';
import { customColumn } from '../../../shared/import-fields';
import { Refusal } from '../../../shared/errors';
import { nameKey } from '../../../shared/text';
import { newDocumentId } from '../domain/document-id';
import { adaptForeignExport, type Adapt } from '../domain/import/foreign-exports';
import { HEADER_SEARCH_ROWS, readHeaders } from '../domain/import/headers';
import { createClaims } from '../domain/import/claims';
import { planBatch, type PlanContext } from '../domain/import/plan';
import {
  countFormulas,
  countRow,
  createTally,
  summarise,
  type PlanTally,
} from '../domain/import/report';
import type { CheckedRow, DirectoryEntry, RawRow, StagedRow } from '../domain/import/types';
import { checkRow } from '../domain/import/validate';
import type { FromWorker, WorkerInput } from './protocol';
import { openRows, type RowSource } from './row-source';

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
    const source = await openRows(input.filePath, input.limits, input.policy.defaultCountry);
    try {
      return await planRows(source, input, port);
    } finally {
      await source.chunks.return(undefined);
    }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { type: 'failed', code: error.code, message: error.message };
  }
}

async function planRows(
  source: RowSource,
  input: WorkerInput,
  port: PlanPort,
): Promise<PlanOutcome> {
  const { head, chunks } = await templateRows(source.chunks, input);
  if (head.length === 0) throw new Refusal('file.no-rows');
  const reading = readHeaders(head, input.mapping, input.customFields);
  if (reading.kind === 'missing-column') throw new Refusal('file.missing-column');
  if (reading.kind === 'needs-mapping') {
    return { type: 'needs-mapping', headers: reading.headers, guess: reading.guess };
  }
  const { headers, mapping, dataStart } = reading;
  const tally = createTally();
  const context = planContext(input);
  const submit = async (batch: CheckedRow[], progress: number) => {
    const staged = planBatch(batch, await port.lookup(phonesOf(batch)), context);
    staged.forEach((row, index) => {
      const checked = batch[index];
      if (checked) countRow(tally, checked, row, context.known);
    });
    await port.stage(staged, progress);
  };
  const rows = joined(head.slice(dataStart), chunks);
  const batches = checkedBatches(rows, mapping, tally, input);
  await submitOverlapped(batches, (batch) => submit(batch, source.progress()));
  if (tally.counts.total === 0) throw new Refusal('file.no-rows');
  return { type: 'done', summary: summarise(tally, context.known, headers, mapping) };
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
  tally: PlanTally,
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
      if (checked) batch.push(checked);
    }
    if (total + batch.length > limits.rows) throw new Refusal('file.too-large');
    if (batch.length < BATCH_ROWS) continue;
    total += batch.length;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** The first rows and the others, those of another program's export as the template has them. */
async function templateRows(
  chunks: AsyncGenerator<RawRow[]>,
  { mapping, policy }: WorkerInput,
): Promise<{ head: RawRow[]; chunks: AsyncIterable<RawRow[]> }> {
  const head = await takeRows(chunks, HEADER_SEARCH_ROWS);
  // A person who chose columns has seen those of the file.
  const adapt = mapping ? null : adaptForeignExport(head[0], policy.defaultCountry);
  return adapt ? { head: head.map(adapt), chunks: adapted(chunks, adapt) } : { head, chunks };
}

async function* adapted(chunks: AsyncIterable<RawRow[]>, adapt: Adapt) {
  for await (const chunk of chunks) yield chunk.map(adapt);
}

/** At least as many rows as asked for, unless the file has fewer. */
async function takeRows(chunks: AsyncGenerator<RawRow[]>, count: number): Promise<RawRow[]> {
  const taken: RawRow[] = [];
  while (taken.length < count) {
    const next = await chunks.next();
    if (next.done) break;
    taken.push(...next.value);
  }
  return taken;
}

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
