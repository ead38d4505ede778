import { commitImport } from '../../plugins/contacts-manager/server/src/services/imports/commit';
import { purgeImports } from '../../plugins/contacts-manager/server/src/services/imports/purge';
import {
  applyChunk,
  type CommitRun,
} from '../../plugins/contacts-manager/server/src/repositories/imports/commit';
import type { Claim } from '../../plugins/contacts-manager/server/src/repositories/leases';
import {
  adminIdOf,
  findImport,
} from '../../plugins/contacts-manager/server/src/repositories/imports/records';
import { createOperation } from '../../plugins/contacts-manager/server/src/repositories/operations';
import { phoneNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { bytesOf } from '../helpers/download';
import { createTestDatabase, type TestDatabase } from '../helpers/database';
import { settingsOf } from '../helpers/settings';

/** What happens when servers die, stop, or work on one import at the same time. */
let database: TestDatabase;
let app: TestApp;
let imports: ReturnType<typeof importsOf>;
let owner: Client;
let manager: Client;
let nextNumber = 0;

const start = async () => {
  app = await createApp({ on: database });
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
  owner = (await app.signIn('strapi-super-admin')).client;
};
const people = (amount: number, extra: Partial<Parameters<typeof row>[0]> = {}) =>
  Array.from({ length: amount }, () => {
    nextNumber += 1;
    return row({ name: `Person ${nextNumber}`, phone: phoneNumber(nextNumber), ...extra });
  });

beforeAll(async () => {
  database = await createTestDatabase();
  await start();
});
afterAll(async () => {
  await app.stop();
  await database.remove();
});

const HOUR = 60 * 60_000;
const table = () => app.knex('contact_imports');
const idOf = async (documentId: string): Promise<number> =>
  (await table().where({ document_id: documentId }).first('id')).id;

/** Confirmed, and held by a server that is not this one. */
async function beginElsewhere(documentId: string): Promise<CommitRun> {
  const id = await idOf(documentId);
  const record = (await findImport(app.knex, { id }))!;
  const operation = await createOperation(app.knex, {
    kind: 'import',
    actor: record.actor,
    state: 'running',
  });
  await table()
    .where({ id })
    .update({
      state: 'committing',
      progress: 0,
      fence: 1,
      lease_until: Date.now() + HOUR,
      operation_id: operation.id,
      operation_document_id: operation.documentId,
    });
  const { create, update, total } = record.counts!;
  return {
    claim: { table: 'contact_imports', id, state: 'committing', fence: 1, attempts: 1 },
    adminId: adminIdOf(record.actor),
    usedNames: record.usedNames!,
    planned: create + update,
    skipped: total - create - update,
    chunkRows: 2,
    commitMs: 0,
    kept: null,
    chosen: { groups: [], category: null },
    newStatus: 'active',
    uniqueness: 'any',
  };
}
const loseLease = (claim: Claim) => table().where({ id: claim.id }).update({ lease_until: 0 });

/** Contacts named so in the file, by how often they are there. */
const writtenOf = async (run: CommitRun) => {
  const rows = await app
    .knex('contact_import_rows as r')
    .leftJoin('contacts as c', 'c.primary_contact', 'r.primary_contact')
    .where('r.import_id', run.claim.id)
    .orderBy('r.row')
    .select('r.row', 'c.id');
  return rows.filter(({ id }) => id !== null).map(({ row: at }) => at);
};
const operationOf = (run: CommitRun) =>
  app
    .knex('contact_operations as o')
    .join('contact_imports as i', 'i.operation_id', 'o.id')
    .where('i.id', run.claim.id)
    .first('o.state', 'o.applied', 'o.skipped');
const itemsOf = async (run: CommitRun) =>
  (
    await app
      .knex('contact_operation_items as t')
      .join('contact_imports as i', 'i.operation_id', 't.operation_id')
      .where('i.id', run.claim.id)
  ).length;

describe('a commit whose server died', () => {
  it('goes on by itself behind what is written, each row once', async () => {
    const review = await imports.review([
      ...people(5, { groups: 'Resumed' }),
      row({ name: 'x', phone: 'x' }),
    ]);
    const run = await beginElsewhere(review.id);
    expect(await applyChunk(app.knex, run)).toBe('applied');
    expect(await writtenOf(run)).toEqual([2, 3]);
    expect((await imports.get(review.id)).body).toMatchObject({
      state: 'committing',
      progress: 0.4,
      applied: { create: 2 },
    });
    const rows = await imports.rows(review.id);
    expect(rows.map(({ state }) => state)).toEqual([
      'applied',
      'applied',
      'planned',
      'planned',
      'planned',
      'planned',
    ]);

    await loseLease(run.claim);
    const done = await imports.settle(review.id);
    expect(done).toMatchObject({ state: 'done', applied: { create: 5, update: 0, taken: 0 } });
    expect(await writtenOf(run)).toEqual([2, 3, 4, 5, 6]);
    expect(await operationOf(run)).toEqual({ state: 'done', applied: 5, skipped: 1 });
    expect(await itemsOf(run)).toBe(5);
  });

  it('that comes back from the dead writes nothing more: its fencing number is old', async () => {
    const review = await imports.review(people(4));
    const run = await beginElsewhere(review.id);
    expect(await applyChunk(app.knex, run)).toBe('applied');
    await table().where({ id: run.claim.id }).update({ fence: 2 });
    expect(await applyChunk(app.knex, run)).toBe('lost');
    expect(await writtenOf(run)).toEqual([2, 3]);
    await loseLease(run.claim);
    await imports.settle(review.id);
    expect(await writtenOf(run)).toEqual([2, 3, 4, 5]);
  });

  it('again and again without any progress is given up', async () => {
    const review = await imports.review(people(3));
    const run = await beginElsewhere(review.id);
    expect(await applyChunk(app.knex, run)).toBe('applied');
    await table().where({ id: run.claim.id }).update({ attempts: 5, lease_until: 0 });
    const failed = await imports.settle(review.id);
    expect(failed).toMatchObject({
      state: 'failed',
      error: { code: 'import.interrupted' },
      applied: { create: 2 },
    });
    expect(await operationOf(run)).toEqual({ state: 'cancelled', applied: 2, skipped: 1 });
  });
});

describe('a commit that is cancelled', () => {
  it('stops behind the chunk that is written, with exact counts', async () => {
    const review = await imports.review(people(5));
    const run = await beginElsewhere(review.id);
    await applyChunk(app.knex, run);
    const { body } = await imports.cancel(review.id).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', applied: { create: 2, update: 0, taken: 0 } });
    expect(await applyChunk(app.knex, run)).toBe('lost');
    expect(await writtenOf(run)).toEqual([2, 3]);
    expect(await operationOf(run)).toEqual({ state: 'cancelled', applied: 2, skipped: 3 });
    expect(await itemsOf(run)).toBe(2);
  });

  it('says which rows are left, and gives them back as a workbook that finishes the job', async () => {
    const review = await imports.review([...people(5), row({ name: 'Bad', phone: '12' })]);
    const run = await beginElsewhere(review.id);
    await applyChunk(app.knex, run);
    await imports.cancel(review.id).expect(200);
    const left = await imports.rows(review.id, '?state=planned');
    expect(left.map((each) => each.row)).toEqual([4, 5, 6]);

    const request = manager.get(`/contacts-manager/imports/${review.id}/problems.xlsx`);
    const rest = await imports.settle(
      await imports.uploadBytes(await bytesOf(request), 'left.xlsx'),
    );
    expect(rest.counts).toMatchObject({ total: 4, create: 3, reject: 1 });
    expect((await imports.finish(rest.id)).applied).toEqual({ create: 3, update: 0, taken: 0 });
  });
});

describe('two servers', () => {
  it('that import the same numbers at the same time share them, and each number is in once', async () => {
    const rows = people(600);
    const reviews = [
      await imports.review(rows),
      // The other way round, so that the two meet in the middle.
      await imports.review([...rows].reverse()),
    ];
    const runs = [await beginElsewhere(reviews[0]!.id), await beginElsewhere(reviews[1]!.id)];
    const { signal } = new AbortController();
    await Promise.all(runs.map(({ claim }) => commitImport(app.strapi, claim, signal)));
    const [one, other] = await Promise.all(reviews.map(({ id }) => imports.settle(id)));
    expect(one!.state).toBe('done');
    expect(other!.state).toBe('done');
    expect(one!.applied.create + other!.applied.create).toBe(600);
    expect(one!.applied.taken + other!.applied.taken).toBe(600);
    const numbers = rows.map((cells) => cells[2]!);
    expect(await app.knex('contacts').whereIn('primary_contact', numbers)).toHaveLength(600);
  });
});

it('no more imports are worked on at once than the settings allow; the others say what comes first', async () => {
  const { inForce, change } = settingsOf(() => owner);
  const { limits } = await inForce();
  const held = await imports.review(people(1));
  await change({ limits: { ...limits, importsAtOnce: 1 } });
  try {
    const run = await beginElsewhere(held.id);
    const waiting = await imports.upload(people(1));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const { body } = await imports.get(waiting).expect(200);
    expect(body).toMatchObject({ state: 'parsing', progress: 0, queue: 1 });
    // Behind the one that is being saved, and behind the one that is to be read before it.
    const last = await imports.upload(people(1));
    expect((await imports.get(last)).body.queue).toBe(2);
    await change({ limits: { ...limits, importsAtOnce: 2 } });
    expect(await imports.settle(waiting)).toMatchObject({ state: 'review', queue: null });
    await imports.settle(last);
    await loseLease(run.claim);
    await imports.settle(held.id);
  } finally {
    await change({ limits });
  }
});

describe('reading a file', () => {
  it('starts again when its server died, and stages each row once', async () => {
    const review = await imports.review(people(3));
    const id = await idOf(review.id);
    await table().where({ id }).update({ state: 'parsing', counts: null, lease_until: 0 });
    const again = await imports.settle(review.id);
    expect(again).toEqual(review);
    expect((await imports.rows(review.id)).map(({ row: at }) => at)).toEqual([2, 3, 4]);
    expect((await imports.finish(review.id)).applied.create).toBe(3);
  });

  it('that ends every server that tries is given up', async () => {
    const review = await imports.review(people(1));
    const id = await idOf(review.id);
    await table().where({ id }).update({ state: 'parsing', attempts: 5, lease_until: 0 });
    expect(await imports.settle(review.id)).toMatchObject({
      state: 'failed',
      error: { code: 'file.parser-crashed' },
    });
  });
});

it('a server that stops leaves the rest to the next one', async () => {
  const review = await imports.review(people(6_000, { groups: 'Stopped' }));
  await imports.confirm(review.id).expect(200);
  for (;;) {
    const { body } = await imports.get(review.id);
    if (body.progress > 0) break;
  }
  await app.stop();
  await start();
  const left = (await imports.get(review.id)).body;
  const done = await imports.settle(review.id);
  expect(left.progress).toBeGreaterThan(0);
  expect(done).toMatchObject({ state: 'done', applied: { create: 6_000, update: 0, taken: 0 } });
  const members = await app
    .knex('contacts_groups_lnk as l')
    .join('contact_groups as g', 'g.id', 'l.group_id')
    .where('g.name', 'Stopped')
    .countDistinct('l.contact_id as members')
    .count('* as links');
  expect(Object.values(members[0]!).map(Number)).toEqual([6_000, 6_000]);
});

it('files, staged rows and abandoned reviews go after 30 days', async () => {
  const old = new Date(Date.now() - 31 * 24 * HOUR);
  const stored = app.client === 'sqlite' ? old.getTime() : old;
  const ended = await imports.finish((await imports.review(people(1))).id);
  const recent = await imports.finish((await imports.review(people(1))).id);
  const abandoned = await imports.review(people(1));
  await table().where({ document_id: ended.id }).update({ finished_at: stored });
  await table().where({ document_id: abandoned.id }).update({ updated_at: stored });
  await purgeImports(app.strapi);
  expect(await imports.rows(ended.id)).toEqual([]);
  expect(await imports.rows(recent.id)).toHaveLength(1);
  expect(await imports.rows(abandoned.id)).toEqual([]);
  expect((await imports.get(abandoned.id)).body.state).toBe('cancelled');
  for (const { id, hasFile } of [
    { ...ended, hasFile: false },
    { ...recent, hasFile: true },
    { ...abandoned, hasFile: false },
  ]) {
    expect((await imports.get(id)).body.hasFile).toBe(hasFile);
  }
});
