import { createRequire } from 'node:module';
import path from 'node:path';
import type * as Commit from '../../plugins/contacts-manager/server/src/repositories/imports/commit';
import type * as Rows from '../../plugins/contacts-manager/server/src/repositories/imports/rows';
import type * as Leases from '../../plugins/contacts-manager/server/src/repositories/leases';
import { phoneNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import { testedClient } from '../helpers/database';

/**
 * What protects an import from two servers, and from one server twice, tried on the compiled repository
 * itself: over HTTP a stale server cannot be had on demand.
 */
let app: TestApp;
let imports: ReturnType<typeof importsOf>;
let commit: typeof Commit;
let leases: typeof Leases;
let rows: typeof Rows;

const compiled = (repository: string) =>
  createRequire(__filename)(
    path.join(
      String(process.env.TEST_DIST),
      `plugins/contacts-manager/server/src/repositories/${repository}.js`,
    ),
  );

beforeAll(async () => {
  app = await createApp();
  imports = importsOf((await app.signIn('contacts-manager')).client);
  commit = compiled('imports/commit');
  leases = compiled('leases');
  rows = compiled('imports/rows');
});
afterAll(() => app.close());
beforeEach(() => app.knex('contacts').delete());

const FENCE = 7;

/** An import as the holder of fence 7 finds it in the middle of its work: nothing applied yet. */
async function startCommit(people: number): Promise<number> {
  const rows = Array.from({ length: people }, (_, index) =>
    row({ name: `Person ${index}`, phone: phoneNumber(index) }),
  );
  const { id } = await imports.finish((await imports.review(rows)).id);
  await app.knex('contacts').delete();
  await app.knex('contact_operation_items').delete();
  await app.knex('contact_imports').where({ document_id: id }).update({
    state: 'committing',
    fence: FENCE,
    lease_until: Number.MAX_SAFE_INTEGER,
    applied_row: 0,
    applied_create: 0,
  });
  const record = await app.knex('contact_imports').where({ document_id: id }).first('id');
  return record.id;
}

const runOf = (importId: number, fence: number): Commit.CommitRun => ({
  claim: { table: 'contact_imports', id: importId, state: 'committing', fence, attempts: 1 },
  adminId: null,
  usedNames: { categories: [], groups: [] },
  planned: 4,
  skipped: 0,
  chunkRows: 2,
  commitMs: 0,
  kept: null,
  chosen: { groups: [], category: null },
  newStatus: 'active',
  uniqueness: 'any',
});
const written = async () => (await app.knex('contacts').select('id')).length;

it('a server that lost its lease writes nothing more', async () => {
  const importId = await startCommit(4);
  const { applyChunk } = commit;
  expect(await applyChunk(app.knex, runOf(importId, FENCE - 1))).toBe('lost');
  expect(await written()).toBe(0);
  expect(await applyChunk(app.knex, runOf(importId, FENCE))).toBe('applied');
  expect(await written()).toBe(2);
});

it('a server that lost its lease clears no rows of its successor', async () => {
  const importId = await startCommit(4);
  const hold = async (trx: typeof app.knex) => {
    if (!(await leases.lockWork(trx, runOf(importId, FENCE - 1).claim))) throw new Error('lost');
  };
  const staged = async () =>
    (await app.knex('contact_import_rows').where({ import_id: importId })).length;
  await expect(rows.clearRows(app.knex, importId, hold)).rejects.toThrow('lost');
  expect(await staged()).toBe(4);
  await rows.clearRows(app.knex, importId);
  expect(await staged()).toBe(0);
  await app.knex('contact_imports').where({ id: importId }).update({ state: 'done' });
});

it('a chunk marks its rows: the next one goes on behind them', async () => {
  const importId = await startCommit(4);
  const outcomes = [];
  for (let chunk = 0; chunk < 3; chunk += 1) {
    outcomes.push(await commit.applyChunk(app.knex, runOf(importId, FENCE)));
  }
  expect(outcomes).toEqual(['applied', 'applied', 'finished']);
  expect(await written()).toBe(4);
  const record = await app.knex('contact_imports').where({ id: importId }).first();
  expect(record).toMatchObject({ state: 'done', applied_create: 4, applied_taken: 0 });
});

// SQLite's server is the process itself: nobody else could wait.
if (testedClient() === 'postgres') {
  it('a server that stands still in the middle of a chunk loses its lock with its lease', async () => {
    const importId = await startCommit(2);
    const limit = await app.knex.transaction(async (trx) => {
      await leases.lockWork(trx, runOf(importId, FENCE).claim);
      const { rows } = await trx.raw('show idle_in_transaction_session_timeout');
      return rows[0].idle_in_transaction_session_timeout;
    });
    expect(limit).toBe(`${leases.LEASE_MILLISECONDS / 1_000}s`);
  });
}
