import type { Knex } from 'knex';
import type { ErrorCode } from '../../../../shared/errors';
import type { NewStatus } from '../../../../shared/contracts/imports';
import type { Uniqueness } from '../../../../shared/uniqueness';
import { dialectOf, giveWay } from '../../database/dialect';
import { finishOperation, updateProgress } from '../operations';
import { createContacts, findChunk, partsOf, setTakenAside } from './chunk';
import { updateContacts } from './chunk-updates';
import { lockWork, type Claim } from '../leases';
import { loadSettings } from '../settings';
import { ensureNames, markNames } from './names';
import { loadAdditions } from './chosen';
import type { ImportRecord } from './import-record';
import { changeImport } from './import-changes';
import type { Additions } from '../../domain/import/types';
import type { UsedNames } from '../../domain/import/used-names';

export interface CommitRun {
  claim: Claim;
  adminId: number | null;
  usedNames: UsedNames;
  /** Groups and category for everybody. */
  chosen: ImportRecord['added'];
  newStatus: NewStatus;
  /** The setting that the plan was made under. */
  uniqueness: Uniqueness;
  /** Rows to be written, over the whole import. */
  planned: number;
  /** Rows of the file that are not to be written. */
  skipped: number;
  chunkRows: number;
  /** Milliseconds that the database took at the end of the last chunk. */
  commitMs: number;
  /** What everybody gets, as it was called when the names were last known to exist, at this `markNames`. */
  kept: { mark: string; added: Additions } | null;
}

/** `lost`: cancelled, or another server has taken over. */
export type ChunkOutcome = 'applied' | 'finished' | 'lost';

/**
 * One chunk in one transaction. It starts by renewing the lease, which locks the import and fails unless
 * this run still holds it, and ends by moving the mark of how far the import has come: whatever happens in
 * between, each row is written exactly once.
 */
export async function applyChunk(knex: Knex, run: CommitRun): Promise<ChunkOutcome> {
  let writtenAt = performance.now();
  const outcome = await knex.transaction(async (trx) => {
    const written = await writeChunk(trx, run);
    writtenAt = performance.now();
    return written;
  });
  run.commitMs = performance.now() - writtenAt;
  return outcome;
}

async function writeChunk(trx: Knex, run: CommitRun): Promise<ChunkOutcome> {
  if (!(await lockWork(trx, run.claim))) return 'lost';
  const state = await loadCommitState(trx, run.claim.id);
  const found = await findChunk(trx, {
    importId: run.claim.id,
    after: state.applied_row,
    limit: run.chunkRows,
  });
  if (!found) {
    await finishCommit(trx, run, state);
    return 'finished';
  }
  const added = await keepNames(trx, run);
  const { uniqueness: now } = await loadSettings(trx);
  const { chunk, taken } = await setTakenAside(trx, found, { planned: run.uniqueness, now });
  await giveWay(dialectOf(trx));
  const writing = {
    now: new Date(),
    adminId: run.adminId,
    operationId: state.operation_id,
    newStatus: run.newStatus,
    added,
  };
  for (const part of partsOf(chunk, dialectOf(trx))) {
    await createContacts(trx, part, writing);
    await updateContacts(trx, part, writing);
  }
  await moveMark(trx, run, {
    ...state,
    applied_row: chunk.last,
    applied_create: state.applied_create + chunk.creates,
    applied_update: state.applied_update + chunk.updates,
    applied_taken: state.applied_taken + taken,
  });
  return 'applied';
}

interface CommitState {
  operation_id: number;
  applied_row: number;
  applied_create: number;
  applied_update: number;
  applied_taken: number;
}

async function loadCommitState(trx: Knex, importId: number): Promise<CommitState> {
  const state = await trx<CommitState & { id: number }>('contact_imports')
    .where({ id: importId })
    .first('operation_id', 'applied_row', 'applied_create', 'applied_update', 'applied_taken');
  if (!state) throw new Error(`Import ${importId} vanished while it was locked.`);
  return state;
}

/** Somebody may delete or rename a group while the import runs; its members would silently be none. */
async function keepNames(trx: Knex, run: CommitRun): Promise<Additions> {
  const mark = await markNames(trx);
  if (run.kept?.mark === mark) return run.kept.added;
  const { categories, groups } = run.usedNames;
  const added = await loadAdditions(trx, run.chosen);
  const names = {
    categories: [...categories, ...(added.category ? [added.category] : [])],
    groups: [...groups, ...added.groups],
  };
  await ensureNames(trx, names, run.adminId);
  run.kept = { mark: await markNames(trx), added };
  return added;
}

const appliedOf = (state: CommitState): number => state.applied_create + state.applied_update;

async function moveMark(trx: Knex, run: CommitRun, state: CommitState): Promise<void> {
  const { operation_id, ...mark } = state;
  const progress = run.planned > 0 ? (appliedOf(state) + state.applied_taken) / run.planned : 1;
  await trx('contact_imports')
    .where({ id: run.claim.id })
    .update({ ...mark, progress: Math.min(progress, 1), attempts: 0 });
  await updateProgress(trx, operation_id, countsOf(run, state));
}

async function finishCommit(trx: Knex, run: CommitRun, state: CommitState): Promise<void> {
  const { id: importId, fence } = run.claim;
  await changeImport(
    trx,
    importId,
    { from: ['committing'], fence },
    { state: 'done', progress: 1 },
  );
  await finishOperation(trx, state.operation_id, countsOf(run, state));
}

const countsOf = (run: CommitRun, state: CommitState) => ({
  applied: appliedOf(state),
  skipped: run.skipped + state.applied_taken,
});

/**
 * Ends a commit early. It waits for the chunk that is being written, so that the counts are exact. False
 * when the import is not being committed.
 */
export const stopCommit = (
  knex: Knex,
  importId: number,
  outcome: { state: 'cancelled' | 'failed'; total: number; errorCode?: ErrorCode },
): Promise<boolean> =>
  knex.transaction(async (trx) => {
    const { state, total, errorCode } = outcome;
    const stopped = await changeImport(
      trx,
      importId,
      { from: ['committing'] },
      { state, ...(errorCode && { errorCode }) },
    );
    if (!stopped) return false;
    const reached = await loadCommitState(trx, importId);
    const applied = appliedOf(reached);
    await finishOperation(trx, reached.operation_id, {
      applied,
      skipped: total - applied,
      state: 'cancelled',
    });
    return true;
  });
