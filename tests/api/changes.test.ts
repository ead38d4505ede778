import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { OperationView } from '../../plugins/contacts-manager/shared/contracts/operations';
import { addContacts, addRecord, phoneNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { expectTrueCounts } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, idsOf, ROOT, withoutClock } from '../helpers/directory';

/** Undo and history. */
let app: TestApp;
let manager: Client;
let agent: Client;
beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  agent = (await app.signIn('contacts-agent')).client;
});
afterAll(() => app.close());
afterEach(() => expectTrueCounts(app));

const { addMany, bulk, operation, read, timeline, undo } = directoryOf(() => manager);
const lastChange = async (documentId: string): Promise<OperationView> => {
  const [latest] = await timeline(documentId);
  return latest!.operation;
};

describe('undo', () => {
  test('takes an edit back, with numbers, category and groups', async () => {
    const choir = await addRecord(manager, 'groups', 'Choir of undo');
    const student = await addRecord(manager, 'categories', 'Student of undo');
    const [contact] = await addMany(1, { email: 'first@example.com', groups: [choir.documentId] });
    const before = await read(contact!.documentId);
    const number = phoneNumber(5_000_000);
    await manager
      .put(`${ROOT}/contacts/${contact!.documentId}`, {
        name: 'Renamed',
        primaryContact: number,
        secondaryContact: before.primaryContact,
        email: null,
        category: student.documentId,
        groups: [],
      })
      .expect(200);
    const answer = await undo((await lastChange(contact!.documentId)).operationId);
    expect(answer).toMatchObject({ state: 'done', applied: 1, skippedCount: 0, skipped: [] });
    expect(withoutClock(await read(contact!.documentId))).toEqual(withoutClock(before));
    const found = await manager.get(`${ROOT}/contacts?search=${before.name}`).expect(200);
    expect(idsOf(found.body.results)).toContain(contact!.documentId);
    const phones = await app.knex('contact_phones').where({ phone: number });
    expect(phones).toEqual([]);
  });

  test('keeps what was changed again since, and lists it', async () => {
    const contacts = await addMany(5);
    const ids = idsOf(contacts);
    const { operationId } = await bulk(ids, { action: 'archive', reason: 'Left' });
    await bulk(ids.slice(0, 3), { action: 'activate' });
    const answer = await undo(operationId);
    expect(answer).toMatchObject({ applied: 2, skippedCount: 3 });
    expect(answer.skipped).toEqual(
      contacts.slice(0, 3).map(({ documentId, name }) => ({
        documentId,
        name,
        code: 'undo.changed-since',
      })),
    );
    for (const id of ids) expect((await read(id)).contactStatus).toBe('active');
    expect((await operation(answer.operationId)).skipped).toEqual(answer.skipped);
  });

  test('is a change itself and can be undone; a change is undone once', async () => {
    const [contact] = await addMany(1);
    const id = contact!.documentId;
    const { operationId } = await bulk([id], { action: 'block', reason: 'Spam' });
    const first = await undo(operationId);
    expect((await read(id)).contactStatus).toBe('active');
    expect((await operation(operationId)).undo).toEqual({
      state: 'undone',
      operationId: first.operationId,
    });
    const again = await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(400);
    expect(again.body.error.details.code).toBe('undo.done');
    await undo(first.operationId);
    expect(await read(id)).toMatchObject({ contactStatus: 'blocked', statusReason: 'Spam' });
    expect((await operation(operationId)).undo.state).toBe('possible');
    await undo(operationId);
    expect((await read(id)).contactStatus).toBe('active');
  });

  test('two people at once: one undoes, the other is told', async () => {
    const ids = idsOf(await addMany(3));
    const { operationId } = await bulk(ids, { action: 'archive' });
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => manager.post(`${ROOT}/operations/${operationId}/undo`)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400, 400, 400]);
  });

  test('does not take a number from whoever has it now', async () => {
    const [first] = await addMany(1);
    const old = first!.primaryContact;
    await manager
      .put(`${ROOT}/contacts/${first!.documentId}`, { primaryContact: phoneNumber(5_100_000) })
      .expect(200);
    const { operationId } = await lastChange(first!.documentId);
    await addContacts(manager, [{ name: 'Quick', primaryContact: old }]);
    const answer = await undo(operationId);
    expect(answer).toMatchObject({ operationId: null, applied: 0 });
    expect(answer.skipped[0].code).toBe('phone.taken');
    expect((await read(first!.documentId)).primaryContact).toBe(phoneNumber(5_100_000));
  });

  test.each(['groups', 'categories'] as const)(
    'brings a deleted record of %s back, with its members',
    async (kind) => {
      const record = await addRecord(manager, kind, `Back in ${kind}`);
      const value =
        kind === 'groups' ? { groups: [record.documentId] } : { category: record.documentId };
      const contacts = await addMany(3, value);
      const { body } = await manager.delete(`${ROOT}/${kind}/${record.documentId}`).expect(200);
      const answer = await undo(body.operationId);
      expect(answer.applied).toBe(3);
      const contact = await read(contacts[0]!.documentId);
      expect(kind === 'groups' ? contact.groups : [contact.category]).toMatchObject([
        { documentId: record.documentId, name: `Back in ${kind}` },
      ]);
    },
  );

  test('of an import moves new contacts to the bin and takes updates back', async () => {
    const imports = importsOf(manager);
    const [known] = await addMany(1);
    const review = await imports.review(
      [
        row({ name: 'Imported One', phone: phoneNumber(5_200_000), groups: 'By import' }),
        row({ name: 'Imported Two', phone: phoneNumber(5_200_001) }),
        row({ name: 'New name', phone: known!.primaryContact }),
      ],
      { existing: 'update' },
    );
    const done = await imports.finish(review.id);
    expect((await read(known!.documentId)).name).toBe('New name');
    const answer = await undo(String(done.operationId));
    expect(answer).toMatchObject({ applied: 3, skippedCount: 0 });
    expect((await read(known!.documentId)).name).toBe(known!.name);
    const { body } = await manager.get(`${ROOT}/contacts?search=Imported`).expect(200);
    expect(body.pagination.total).toBe(0);
    const redo = await undo(answer.operationId);
    expect(redo.applied).toBe(3);
    const back = await manager.get(`${ROOT}/contacts?search=Imported`).expect(200);
    expect(back.body.results.map((contact: ContactView) => contact.groups.length)).toEqual(
      expect.arrayContaining([1, 0]),
    );
  });

  test('takes the right of what is undone, and of one’s own changes only', async () => {
    const ids = idsOf(await addMany(2));
    const archived = await bulk(ids, { action: 'archive' });
    await agent.post(`${ROOT}/operations/${archived.operationId}/undo`).expect(403);
    await agent.get(`${ROOT}/operations/${archived.operationId}`).expect(403);
    await agent.get(`${ROOT}/operations`).expect(403);
    await undo(archived.operationId);
    const group = await addRecord(manager, 'groups', 'Of the agent');
    const own = await bulk(ids, { action: 'add-to-groups', groups: [group.documentId] }, agent);
    await agent.get(`${ROOT}/operations/${own.operationId}`).expect(200);
    expect((await undo(own.operationId, agent)).applied).toBe(2);
  });

  test('waits until the change is made', async () => {
    const { operationId } = await bulk(idsOf(await addMany(1)), { action: 'archive' });
    const operation = app.knex('contact_operations').where({ document_id: operationId });
    await operation.clone().update({ state: 'running' });
    const { body } = await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(400);
    expect(body.error.details.code).toBe('undo.running');
    await operation.clone().update({ state: 'done' });
  });

  test('ends after 30 days', async () => {
    const ids = idsOf(await addMany(1));
    const { operationId } = await bulk(ids, { action: 'archive' });
    const old = new Date(Date.now() - 31 * 24 * 60 * 60_000);
    await app
      .knex('contact_operations')
      .where({ document_id: operationId })
      .update({ created_at: app.client === 'sqlite' ? old.getTime() : old });
    expect((await operation(operationId)).undo).toEqual({ state: 'expired' });
    const { body } = await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(400);
    expect(body.error.details.code).toBe('undo.expired');
  });
});

describe('history', () => {
  test('says who did what, when and why, and is filtered by kind, person, date and contact', async () => {
    const [contact] = await addMany(1);
    const id = contact!.documentId;
    await bulk([id], { action: 'block', reason: 'Rude' });
    const today = new Date().toISOString().slice(0, 10);
    const list = async (query: string) =>
      (await manager.get(`${ROOT}/operations?${query}`).expect(200)).body;
    const all = await list(`contact=${id}`);
    expect(all.results).toMatchObject([
      { kind: 'block', reason: 'Rude', applied: 1, actor: { name: 'Test contacts-manager' } },
      { kind: 'create', applied: 1 },
    ]);
    expect(all.pagination.total).toBe(2);
    expect((await list(`contact=${id}&kind=block`)).pagination.total).toBe(1);
    expect((await list(`contact=${id}&from=${today}&to=${today}`)).pagination.total).toBe(2);
    expect((await list(`contact=${id}&to=2020-01-01`)).pagination.total).toBe(0);
    // Instants, as the screen asks for days of its reader: both ends are inclusive.
    const [last, first] = all.results.map(({ createdAt }: { createdAt: string }) => createdAt);
    expect((await list(`contact=${id}&from=${first}&to=${last}`)).pagination.total).toBe(2);
    const people = await manager.get(`${ROOT}/operations/people`).expect(200);
    const me = people.body.results.find(
      ({ name }: { name: string }) => name === 'Test contacts-manager',
    );
    expect((await list(`contact=${id}&actor=${me.id}`)).pagination.total).toBe(2);
    expect((await list(`contact=${id}&actor=999`)).pagination.total).toBe(0);
    await manager.get(`${ROOT}/operations?kind=nonsense`).expect(400);
    await manager.get(`${ROOT}/operations/gone`).expect(404);
  });

  test('shows before and after on the timeline of a contact and in the change', async () => {
    const [contact] = await addMany(1, { name: 'Before' });
    const id = contact!.documentId;
    await manager.put(`${ROOT}/contacts/${id}`, { name: 'After' }).expect(200);
    const { body } = await manager.get(`${ROOT}/contacts/${id}/timeline`).expect(200);
    expect(body.results[0]).toMatchObject({
      operation: { kind: 'update' },
      before: { name: 'Before' },
      after: { name: 'After' },
    });
    const { operationId } = body.results[0].operation;
    const changed = await manager.get(`${ROOT}/operations/${operationId}/contacts`).expect(200);
    expect(changed.body.results).toEqual([
      { documentId: id, name: 'After', before: { name: 'Before' }, after: { name: 'After' } },
    ]);
  });
});
