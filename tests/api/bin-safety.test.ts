import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { OperationAnswer } from '../../plugins/contacts-manager/shared/contracts/operations';
import { addContacts } from '../factories/contacts';
import { fillWithContacts } from '../factories/many-contacts';
import { recount } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** The bin and large undos under other people's hands: administrators who left, restores at the same moment. */
let app: TestApp;
let manager: Client;
const PEOPLE = 1_500;
beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  await fillWithContacts(app, PEOPLE);
});
afterAll(() => app.close());
afterEach(async () => {
  const { kept, counted } = await recount(app);
  expect(kept).toEqual(counted);
});

const ROOT = '/contacts-manager';
const DAY = 24 * 60 * 60_000;
let next = 0;
const pause = (milliseconds: number) =>
  new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
const addArchived = async (): Promise<ContactView> => {
  next += 1;
  const [contact] = await addContacts(manager, [{ name: `Archived ${next}` }], next);
  await manager.post(`${ROOT}/contacts/${contact!.documentId}/archive`).expect(200);
  return contact!;
};
const addBinned = async (): Promise<ContactView> => {
  const contact = await addArchived();
  await manager.delete(`${ROOT}/contacts/${contact.documentId}`).expect(200);
  return contact;
};
const restore = (contact: ContactView) =>
  manager.post(`${ROOT}/bin/restore`, { ids: [contact.documentId] });
const purge = (): Promise<void> => {
  const { purgeBin } = jest.requireActual(
    `${process.env.TEST_DIST}/plugins/contacts-manager/server/src/services/bin`,
  );
  return purgeBin(app.strapi, new Date(Date.now() + 31 * DAY));
};
const rowOf = ({ documentId }: ContactView) =>
  app.knex('contacts').where({ document_id: documentId }).first();
async function settle(operationId: string): Promise<OperationAnswer> {
  for (;;) {
    const { body } = await manager.get(`${ROOT}/operations/${operationId}`).expect(200);
    if (body.state !== 'running') return body;
    await pause(50);
  }
}

test('somebody comes back whose maker is no administrator any more', async () => {
  const [stays, leaves] = [await app.signIn('contacts-agent'), await app.signIn('contacts-agent')];
  const contact = await addArchived();
  await app
    .knex('contacts')
    .where({ document_id: contact.documentId })
    .update({ created_by_id: leaves.id, updated_by_id: stays.id });
  await manager.delete(`${ROOT}/contacts/${contact.documentId}`).expect(200);
  await app.knex('admin_users').where({ id: leaves.id }).delete();
  const { body } = await restore(contact).expect(200);
  expect(body).toMatchObject({ applied: 1, skippedCount: 0 });
  expect(await rowOf(contact)).toMatchObject({ created_by_id: null, updated_by_id: stays.id });
});

test('emptying the bin takes all that is old enough, and lets others in between', async () => {
  const old = app.client === 'sqlite' ? 0 : new Date(0);
  const entries = Array.from({ length: PEOPLE }, (_, index) => ({
    ...{ contact_id: 1_000_000 + index, document_id: `old${index}`, operation_id: 1 },
    ...{ deleted_at: old, search_text: '', contact: '{}', relations: '{}' },
  }));
  await app.knex.batchInsert('contact_bin', entries, 100);
  let turns = 0;
  const counting = setInterval(() => (turns += 1), 0);
  await purge();
  clearInterval(counting);
  expect(await app.knex('contact_bin').where('document_id', 'like', 'old%')).toEqual([]);
  expect(turns).toBeGreaterThan(0);
});

test('somebody who is brought back while the bin is emptied keeps the notes about them', async () => {
  const contact = await addArchived();
  const path = `${ROOT}/contacts/${contact.documentId}/notes`;
  await manager.post(path, { text: 'Of value' }).expect(201);
  await manager.delete(`${ROOT}/contacts/${contact.documentId}`).expect(200);
  let emptied = Promise.resolve();
  const start = () => {
    emptied = purge();
  };
  if (app.client === 'postgres') {
    // A restore that is about to end: the purge finds its row locked, and gone thereafter.
    const trx = await app.knex.transaction();
    const binned = await trx('contact_bin').where({ document_id: contact.documentId }).first();
    await trx('contacts').insert(JSON.parse(String(binned.contact)));
    await trx('contact_bin').where({ document_id: contact.documentId }).delete();
    start();
    await pause(200);
    await trx.commit();
  } else {
    const restored = restore(contact).expect(200);
    start();
    const { body } = await restored;
    // The purge may have been first.
    if (body.applied === 0) return;
  }
  await emptied;
  expect((await manager.get(path).expect(200)).body.results).toMatchObject([{ text: 'Of value' }]);
});

test('a number that is being given to somebody else is taken, not a fault', async () => {
  if (app.client === 'sqlite') return;
  const contact = await addBinned();
  const trx = await app.knex.transaction();
  await trx('contacts').insert({
    ...{ document_id: 'meanwhile', name: 'Meanwhile', contact_status: 'active' },
    primary_contact: contact.primaryContact,
  });
  const restored = restore(contact).then((answer) => answer);
  await pause(300);
  await trx.commit();
  const { status, body } = await restored;
  expect([status, body.error?.details.code]).toEqual([400, 'phone.taken']);
});

test('a large undo is queued once, however many ask for it', async () => {
  const selection = { kind: 'filter', filter: { status: 'active', search: 'Bulk' } };
  const { body: done } = await manager
    .post(`${ROOT}/contacts/bulk`, { action: 'archive', selection })
    .expect(200);
  expect((await settle(done.operationId)).applied).toBeGreaterThan(1_000);
  const undo = (operationId: string) => manager.post(`${ROOT}/operations/${operationId}/undo`);
  const answers = await Promise.all([undo(done.operationId), undo(done.operationId)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  const refused = answers.find(({ status }) => status === 400)!;
  expect(refused.body.error.details.code).toBe('undo.done');
  const first = answers.find(({ status }) => status === 200)!;
  await settle(first.body.operationId);
  const again = await undo(first.body.operationId).expect(200);
  await settle(again.body.operationId);
  const original = await settle(done.operationId);
  expect(original.undo.state).toBe('possible');
});

test('an undo that was cancelled before it began has undone nothing', async () => {
  const contact = await addArchived();
  const { body } = await manager.get(`${ROOT}/contacts/${contact.documentId}/timeline`).expect(200);
  const { operationId } = body.results[0].operation;
  const [row] = await app.knex('contact_operations').where({ document_id: operationId });
  await app.knex('contact_operations').insert({
    ...row,
    id: undefined,
    ...{ document_id: 'cancelled-undo', kind: 'undo', state: 'cancelled', applied: 0, cursor: 0 },
    params: typeof row.params === 'string' ? row.params : JSON.stringify(row.params),
  });
  const [cancelled] = await app
    .knex('contact_operations')
    .where({ document_id: 'cancelled-undo' })
    .pluck('id');
  await app.knex('contact_operations').where({ id: row.id }).update({ undone_by: cancelled });
  expect((await settle(operationId)).undo.state).toBe('possible');
  await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(200);
  expect((await settle(operationId)).undo.state).toBe('undone');
});
