import { addContacts, addRecord } from '../factories/contacts';
import { expectTrueCounts } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, idsOf, ROOT } from '../helpers/directory';

/** Where deleted contacts wait, and come back from. */
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

const { addMany, bulk, read, timeline } = directoryOf(() => manager);

describe('the bin', () => {
  test('takes archived and blocked contacts only, frees their numbers, and gives them back', async () => {
    const group = await addRecord(manager, 'groups', 'Kept in the bin');
    const [active, archived] = await addMany(2, { groups: [group.documentId], notes: 'Kept' });
    const id = archived!.documentId;
    const { operationId } = await bulk([id], { action: 'archive', reason: 'Old' });
    const before = await read(id);
    const answer = await bulk([active!.documentId, id], { action: 'delete' });
    expect(answer).toMatchObject({ applied: 1, skippedCount: 1 });
    expect(answer.skipped[0]).toMatchObject({ code: 'contact.delete-active' });
    await manager.get(`${ROOT}/contacts/${id}`).expect(404);
    expect(await app.knex('contact_phones').where({ phone: before.primaryContact })).toHaveLength(
      0,
    );
    const { body } = await manager
      .get(`${ROOT}/bin?search=${encodeURIComponent(before.name)}`)
      .expect(200);
    expect(body.results).toMatchObject([
      { documentId: id, name: before.name, deletedBy: 'Test contacts-manager' },
    ]);
    const changed = await manager.get(`${ROOT}/operations/${operationId}/contacts`).expect(200);
    expect(changed.body.results).toMatchObject([{ documentId: null, name: before.name }]);
    const restored = await manager.post(`${ROOT}/bin/restore`, { ids: [id] }).expect(200);
    expect(restored.body).toMatchObject({ applied: 1, skippedCount: 0 });
    expect(await read(id)).toEqual(before);
    const found = await manager.get(`${ROOT}/contacts?search=${before.name}`).expect(200);
    expect(idsOf(found.body.results)).toContain(id);
    expect((await timeline(id))[0]?.operation.kind).toBe('restore');
  });

  test('keeps a contact whose number somebody else has by now', async () => {
    const [contact] = await addMany(1);
    await bulk([contact!.documentId], { action: 'archive' });
    await manager.delete(`${ROOT}/contacts/${contact!.documentId}`).expect(200);
    await addContacts(manager, [{ name: 'Successor', primaryContact: contact!.primaryContact }]);
    const { body } = await manager
      .post(`${ROOT}/bin/restore`, { ids: [contact!.documentId, 'gone'] })
      .expect(200);
    expect(body).toMatchObject({ applied: 0, operationId: null });
    expect(body.skipped).toMatchObject([
      { documentId: contact!.documentId, code: 'phone.taken' },
      { documentId: 'gone', code: 'contact.not-in-bin' },
    ]);
  });

  test('REST and GraphQL move to the bin as well, and refuse active contacts', async () => {
    const [first, second] = await addMany(2);
    const rest = await app.apiToken('full-access');
    const refused = await rest.delete(`/api/contacts/${first!.documentId}`).expect(400);
    expect(refused.body.error.details.code).toBe('contact.delete-active');
    await bulk(idsOf([first!, second!]), { action: 'block', reason: 'Spam' });
    await rest.delete(`/api/contacts/${first!.documentId}`).expect(204);
    const { body } = await rest.graphql(
      'mutation ($id: ID!) { deleteContact(documentId: $id) { documentId } }',
      { id: second!.documentId },
    );
    expect(body.data.deleteContact.documentId).toBe(second!.documentId);
    const bin = await manager.get(`${ROOT}/bin`).expect(200);
    expect(idsOf(bin.body.results)).toEqual(expect.arrayContaining(idsOf([first!, second!])));
    // As Strapi answers for any type.
    await rest.delete('/api/contacts/gone').expect(204);
  });

  test('an agent can neither see nor fill it', async () => {
    const [contact] = await addMany(1);
    await bulk([contact!.documentId], { action: 'archive' });
    await agent.get(`${ROOT}/bin`).expect(403);
    await agent.delete(`${ROOT}/contacts/${contact!.documentId}`).expect(403);
    await agent
      .post(`${ROOT}/contacts/bulk`, {
        action: 'delete',
        selection: { kind: 'ids', ids: [contact!.documentId] },
      })
      .expect(403);
  });
});
