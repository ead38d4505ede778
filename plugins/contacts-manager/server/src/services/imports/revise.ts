import type { Knex } from 'knex';
import type { CustomField } from '../../../../shared/custom-fields';
import { Refusal } from '../../../../shared/errors';
import { readCountry } from '../../../../shared/phone';
import { PHONE_SLOTS } from '../../../../shared/uniqueness';
import { newDocumentId } from '../../domain/document-id';
import { createClaims } from '../../domain/import/claims';
import type { CorrectedRow } from '../../domain/import/corrections';
import { leaveOut, planBatch, type PlanContext } from '../../domain/import/plan';
import { countRow, reopenTally, summariseTotals } from '../../domain/import/report';
import type { CheckedRow, StagedRow } from '../../domain/import/types';
import { reviseUsedNames } from '../../domain/import/used-names';
import { checkCells } from '../../domain/import/validate';
import { listCustomFields } from '../../repositories/custom-fields';
import { loadAdditions } from '../../repositories/imports/chosen';
import { loadPlanned, restageRows, type PlannedRow } from '../../repositories/imports/corrections';
import { findInDirectory } from '../../repositories/imports/directory';
import { loadNames } from '../../repositories/imports/names';
import { rowsWithNumbers } from '../../repositories/imports/numbers';
import type { ImportRecord } from '../../repositories/imports/import-record';
import { changeImport } from '../../repositories/imports/import-changes';
import { findImport } from '../../repositories/imports/records';
import { totalsOf } from './view';

/** Rows that wait for a number and are looked at again when it becomes free. */
const WAITING_AT_ONCE = 1_000;

/** What a row is to become; null leaves it as it is. */
export type Correct = (row: PlannedRow) => CorrectedRow | null;

/** Rows that were corrected, and those that were looked at again because of it, by their number in the sheet. */
export interface Revision {
  corrected: number[];
  others: number[];
}

interface Replanned {
  before: PlannedRow;
  checked: CheckedRow;
  staged: StagedRow;
}

/**
 * Checks corrected rows again, against the other rows of the file and the directory, and with them the rows that had
 * only waited for a number which is free now. A number stays with the row that has it: a corrected row that wants it
 * as well is a problem.
 * @throws Refusal `import.state` when the import is not in review any more
 */
export async function reviseRows(
  trx: Knex,
  importId: number,
  rows: readonly number[],
  correct: Correct,
): Promise<Revision> {
  // First, because it locks the import against a second person and against being confirmed.
  if (!(await changeImport(trx, importId, { from: ['review'] }, {}))) {
    throw new Refusal('import.state');
  }
  const record = await findImport(trx, { id: importId });
  if (!record) throw new Refusal('import.not-found');
  const planned = await loadPlanned(trx, importId, rows);
  const corrections = planned.flatMap((before) => {
    const wanted = correct(before);
    return wanted ? [{ before, wanted }] : [];
  });
  if (corrections.length === 0) return { corrected: [], others: [] };
  const context = await planContextOf(trx, record);
  const corrected = await replan(trx, record, context, corrections);
  const waiting = await findWaiting(trx, record, corrected);
  const won = await replan(
    trx,
    record,
    context,
    waiting.map((before) => ({ before, wanted: { cells: before.cells, dropped: false } })),
    corrected.map(rowOf),
  );
  const all = [...corrected, ...won];
  await restageRows(
    trx,
    importId,
    all.map(({ staged }) => staged),
  );
  await saveTotals(
    trx,
    { ...record, corrected: record.corrected + corrected.length },
    context,
    all,
  );
  return { corrected: corrected.map(rowOf), others: won.map(rowOf) };
}

const rowOf = ({ staged }: Replanned): number => staged.row;

async function planContextOf(trx: Knex, record: ImportRecord): Promise<PlanContext> {
  return {
    policy: {
      existing: record.existing,
      unknownNames: record.unknownNames,
      uniqueness: record.uniqueness,
      sharedSecondary: record.sharedSecondary,
      defaultCountry: readCountry(record.country),
      added: await loadAdditions(trx, record.added),
    },
    known: {
      categories: await loadNames(trx, 'categories'),
      groups: await loadNames(trx, 'groups'),
    },
    fields: await listCustomFields(trx),
    claims: createClaims(),
    newDocumentId,
  };
}

const check = (
  { row }: PlannedRow,
  cells: CheckedRow['cells'],
  { policy, fields }: { policy: PlanContext['policy']; fields: readonly CustomField[] },
): CheckedRow => checkCells(row, cells, { defaultCountry: policy.defaultCountry, fields });

const phonesOf = (rows: readonly Pick<CheckedRow, 'primaryContact' | 'secondaryContact'>[]) => [
  ...new Set(
    rows.flatMap(({ primaryContact, secondaryContact }) =>
      [primaryContact, secondaryContact].filter((phone) => phone !== null),
    ),
  ),
];

/** `settled` are rows whose numbers the context knows already. */
async function replan(
  trx: Knex,
  record: ImportRecord,
  context: PlanContext,
  corrections: readonly { before: PlannedRow; wanted: CorrectedRow }[],
  settled: readonly number[] = [],
): Promise<Replanned[]> {
  const checked = corrections.map(({ before, wanted }) => ({
    before,
    wanted,
    checked: check(before, wanted.cells, context),
  }));
  const kept = checked.filter(({ wanted }) => !wanted.dropped).map((one) => one.checked);
  const phones = phonesOf(kept);
  const apart = new Set([...settled, ...corrections.map(({ before }) => before.row)]);
  await claimHeld(trx, record.id, context, { phones, apart });
  const entries = await findInDirectory(trx, phones);
  const staged = new Map(planBatch(kept, entries, context).map((row) => [row.row, row]));
  return checked.map(({ before, checked: row }) => ({
    before,
    checked: row,
    staged: staged.get(before.row) ?? leaveOut(row),
  }));
}

/** Rows that have their numbers: all but problems and those that were left out. */
const holds = ({ decision }: Pick<PlannedRow, 'decision'>): boolean =>
  decision !== 'reject' && decision !== 'drop';

/** Makes known which other rows of the file have these numbers. */
async function claimHeld(
  trx: Knex,
  importId: number,
  { claims }: PlanContext,
  { phones, apart }: { phones: readonly string[]; apart: ReadonlySet<number> },
): Promise<void> {
  const rows = await rowsWithNumbers(trx, importId, phones, { decided: 'held' });
  const others = await loadPlanned(
    trx,
    importId,
    rows.filter((row) => !apart.has(row)),
  );
  for (const { row, primaryContact, secondaryContact } of others) {
    if (primaryContact) claims.claim(primaryContact, PHONE_SLOTS.primaryContact, row);
    if (secondaryContact) claims.claim(secondaryContact, PHONE_SLOTS.secondaryContact, row);
  }
}

/** The problem rows that only wait for numbers which the corrected rows have given up. */
async function findWaiting(
  trx: Knex,
  record: ImportRecord,
  corrected: readonly Replanned[],
): Promise<PlannedRow[]> {
  const freed = corrected.flatMap(({ before, staged }) => {
    if (!holds(before)) return [];
    const kept: (string | null)[] = holds(staged)
      ? [staged.primaryContact, staged.secondaryContact]
      : [];
    return phonesOf([before]).filter((phone) => !kept.includes(phone));
  });
  const own = new Set<number>(corrected.map(({ before }) => before.row));
  const rows = await rowsWithNumbers(trx, record.id, freed, {
    decided: 'refused',
    limit: WAITING_AT_ONCE,
  });
  const found = await loadPlanned(
    trx,
    record.id,
    rows.filter((row) => !own.has(row)),
  );
  return found.filter(({ issues }) => issues.some(({ code }) => code === 'phone.repeated'));
}

async function saveTotals(
  trx: Knex,
  record: ImportRecord,
  context: PlanContext,
  rows: readonly Replanned[],
): Promise<void> {
  const before = totalsOf(record);
  const tally = reopenTally(before);
  for (const { before: old, checked, staged } of rows) {
    countRow(tally, check(old, old.cells, context), old, context.known, -1);
    countRow(tally, checked, staged, context.known);
  }
  const after = summariseTotals(tally, context.known);
  const used = record.usedNames ?? { categories: [], groups: [] };
  const newNames = { before: before.newNames, after: after.newNames };
  await changeImport(
    trx,
    record.id,
    { from: ['review'] },
    { ...after, corrected: record.corrected, usedNames: reviseUsedNames(used, newNames, rows) },
  );
}
