import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { dialectOf } from '../../database/dialect';
import { readDatabaseError } from '../../guards/database-errors';
import {
  applyChunk,
  stopCommit,
  type ChunkOutcome,
  type CommitRun,
} from '../../repositories/imports/commit';
import type { Claim } from '../../repositories/leases';
import type { ImportRecord } from '../../repositories/imports/import-record';
import { adminIdOf, findImport } from '../../repositories/imports/records';
import { CHUNK_ROWS, nextChunkRows } from './chunk-rows';
import { MAX_ATTEMPTS } from './limits';

/** Writes the reviewed plan chunk by chunk, until it is done, cancelled, or this server is to stop. */
export async function commitImport(
  strapi: Core.Strapi,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const knex = strapi.db.connection;
  const record = await findImport(knex, { id: claim.id });
  if (!record) return;
  if (claim.attempts > MAX_ATTEMPTS) {
    const total = record.counts?.total ?? 0;
    await stopCommit(knex, record.id, { state: 'failed', total, errorCode: 'import.interrupted' });
    return;
  }
  const dialect = dialectOf(knex);
  const run = planRun(record, claim, CHUNK_ROWS[dialect].first);
  for (;;) {
    signal.throwIfAborted();
    const outcome = await applyWithRetries(strapi, run);
    if (outcome !== 'applied') return;
    if (dialect === 'sqlite') run.chunkRows = nextChunkRows(run.chunkRows, run.commitMs);
    await nextTurn();
  }
}

function planRun(record: ImportRecord, claim: Claim, chunkRows: number): CommitRun {
  const { total = 0, create = 0, update = 0 } = record.counts ?? {};
  return {
    claim,
    adminId: adminIdOf(record.actor),
    usedNames: record.usedNames ?? { categories: [], groups: [] },
    chosen: record.added,
    newStatus: record.newStatus,
    uniqueness: record.uniqueness,
    planned: create + update,
    skipped: total - create - update,
    chunkRows,
    commitMs: 0,
    kept: null,
  };
}

const TRIES = 5;

/**
 * A number taken, or a row locked, while a chunk is being written rolls the whole chunk back; the next try
 * finds the number taken and sets its row aside.
 */
async function applyWithRetries(strapi: Core.Strapi, run: CommitRun): Promise<ChunkOutcome> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await applyChunk(strapi.db.connection, run);
    } catch (error) {
      if (tried === TRIES || !readDatabaseError(error)) throw error;
      strapi.log.info('Contacts: a chunk of an import met another writer and starts again.');
      run.kept = null;
      await wait(50 * 2 ** tried);
    }
  }
}
