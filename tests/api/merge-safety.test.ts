import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type { Settings } from '../../plugins/contacts-manager/shared/contracts/settings';
import type { TimelineEntry } from '../../plugins/contacts-manager/shared/contracts/operations';
import { addContacts, phoneNumber } from '../factories/contacts';
import { recount } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** What merging, and undoing it, must never do: make somebody reachable, leave half of it, lose a note. */
let app: TestApp;
let manager: Client;
let next = 0;
beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
});
afterAll(() => app.close());
afterEach(async () => {
  const { kept, counted } = await recount(app);
  expect(kept).toEqual(counted);
});

const ROOT = '/contacts-manager';
const add = async (values: object = {}): Promise<ContactView> => {
  next += 1;
  const [contact] = await addContacts(manager, [
    { name: `Person ${next}`, primaryContact: phoneNumber(next * 7_919), ...values },
  ]);
  return contact!;
};
const read = async (documentId: string): Promise<ContactView> =>
  (await manager.get(`${ROOT}/contacts/${documentId}`).expect(200)).body.data;
const merge = async (kept: ContactView, other: ContactView, values: object = {}) =>
  (
    await manager
      .post(`${ROOT}/contacts/${kept.documentId}/merge`, { other: other.documentId, values })
      .expect(200)
  ).body;
const undo = async (operationId: string, client = manager) =>
  (await client.post(`${ROOT}/operations/${operationId}/undo`).expect(200)).body;
const setStatus = (contact: ContactView, action: string, reason = 'Spam') =>
  manager.post(`${ROOT}/contacts/${contact.documentId}/${action}`, { reason }).expect(200);
const withoutClock = ({ updatedAt: _updatedAt, ...contact }: ContactView) => contact;
/** May undo a merge, and lift no block. */
const mayMerge = async (): Promise<Client> =>
  (await app.signIn(['read', 'history', 'update', 'delete'])).client;

describe('undoing a merge', () => {
  test('lifts no block that came after it', async () => {
    const [kept, gone] = [await add(), await add()];
    const { operationId } = await merge(kept, gone);
    await setStatus(kept, 'block', 'Threats');
    const client = await mayMerge();
    expect(await undo(operationId, client)).toMatchObject({ applied: 2, skippedCount: 0 });
    const blocked = { contactStatus: 'blocked', statusReason: 'Threats' };
    const [stayed, returned] = [await read(kept.documentId), await read(gone.documentId)];
    expect(stayed).toMatchObject({ ...blocked, secondaryContact: null });
    expect(returned).toMatchObject({ ...blocked, primaryContact: gone.primaryContact });
    expect(returned.statusChangedAt).toBe(stayed.statusChangedAt);
    const { body } = await manager.get(`${ROOT}/contacts/${gone.documentId}/timeline`).expect(200);
    const [last] = body.results as TimelineEntry[];
    expect(JSON.stringify(last)).toContain('"blocked"');
  });

  test('brings nobody back who was archived since, also through a second merge and the bin', async () => {
    const [first, second, third] = [await add(), await add(), await add()];
    const { operationId } = await merge(second, first);
    await merge(third, second);
    await setStatus(third, 'archive', 'Left');
    await manager.delete(`${ROOT}/contacts/${third.documentId}`).expect(200);
    expect(await undo(operationId)).toMatchObject({ applied: 1 });
    expect(await read(first.documentId)).toMatchObject({
      documentId: first.documentId,
      contactStatus: 'archived',
      statusReason: 'Left',
    });
  });

  test('gives each the status they had where nobody changed it since', async () => {
    const [blocked, active] = [await add(), await add()];
    await setStatus(blocked, 'block');
    const { operationId } = await merge(blocked, active);
    await undo(operationId);
    expect((await read(blocked.documentId)).contactStatus).toBe('blocked');
    expect((await read(active.documentId)).contactStatus).toBe('active');
  });

  test('keeps somebody blocked who was, though the other one has been unblocked', async () => {
    const [kept, gone] = [await add(), await add()];
    await setStatus(gone, 'block', 'Fraud');
    const { operationId } = await merge(kept, gone, { secondaryContact: null });
    await manager.post(`${ROOT}/contacts/${kept.documentId}/unblock`).expect(200);
    await undo(operationId);
    expect(await read(gone.documentId)).toMatchObject({
      ...{ documentId: gone.documentId, contactStatus: 'blocked' },
      statusReason: 'Fraud',
    });
  });

  test('does nothing while the number of the one who went is somebody else’s', async () => {
    const kept = await add({ secondaryContact: phoneNumber(7_000_001) });
    const gone = await add({ notes: 'Of the other', email: 'other@example.com' });
    const { data, operationId } = await merge(kept, gone);
    const third = await add({ primaryContact: gone.primaryContact });
    expect(await undo(operationId)).toMatchObject({
      ...{ operationId: null, applied: 0, skippedCount: 2 },
      skipped: [
        { documentId: gone.documentId, code: 'phone.taken' },
        { documentId: kept.documentId, code: 'undo.together' },
      ],
    });
    expect(withoutClock(await read(kept.documentId))).toEqual(withoutClock(data));
    await manager
      .put(`${ROOT}/contacts/${third.documentId}`, { primaryContact: phoneNumber(7_000_002) })
      .expect(200);
    expect(await undo(operationId)).toMatchObject({ applied: 2, skippedCount: 0 });
    expect(withoutClock(await read(gone.documentId))).toEqual(withoutClock(gone));
  });

  test('does nothing once the one who went is gone for good', async () => {
    const [kept, gone] = [await add(), await add({ notes: 'Kept' })];
    const { data, operationId } = await merge(kept, gone);
    await app.knex('contact_bin').where({ document_id: gone.documentId }).delete();
    const answer = await undo(operationId);
    expect(answer).toMatchObject({ operationId: null, applied: 0, skippedCount: 2 });
    expect(answer.skipped.map(({ code }: { code: string }) => code).sort()).toEqual([
      'contact.not-in-bin',
      'undo.together',
    ]);
    expect(withoutClock(await read(kept.documentId))).toEqual(withoutClock(data));
  });

  test('undone in turn, leaves two who cannot become one again as they are', async () => {
    const [kept, gone] = [await add(), await add({ notes: 'Of the other' })];
    const { operationId } = await merge(kept, gone);
    const parted = await undo(operationId);
    await setStatus(gone, 'block');
    const before = withoutClock(await read(kept.documentId));
    expect(await undo(parted.operationId)).toMatchObject({ applied: 0, skippedCount: 2 });
    expect(withoutClock(await read(kept.documentId))).toEqual(before);
    expect((await read(gone.documentId)).contactStatus).toBe('blocked');
  });
});

test('notes stay readable through two merges once the bin is emptied', async () => {
  const [first, second, third] = [await add(), await add(), await add()];
  for (const [contact, text] of [[first, 'One'] as const, [second, 'Two'] as const]) {
    await manager.post(`${ROOT}/contacts/${contact.documentId}/notes`, { text }).expect(201);
  }
  await merge(second, first);
  await merge(third, second);
  const { purgeBin } = jest.requireActual(
    `${process.env.TEST_DIST}/plugins/contacts-manager/server/src/services/bin`,
  );
  const textsOf = async () =>
    (await manager.get(`${ROOT}/contacts/${third.documentId}/notes`).expect(200)).body.results.map(
      ({ text }: { text: string }) => text,
    );
  // The second alone, as if it had been merged first.
  const days = 31 * 24 * 60 * 60_000;
  const [old, now] = [new Date(Date.now() - days), new Date()].map((time) =>
    app.client === 'sqlite' ? time.getTime() : time,
  );
  await app.knex('contact_bin').update({ deleted_at: now });
  await app
    .knex('contact_bin')
    .where({ document_id: second.documentId })
    .update({ deleted_at: old });
  await purgeBin(app.strapi);
  expect(await textsOf()).toEqual(['Two', 'One']);
  await purgeBin(app.strapi, new Date(Date.now() + days));
  expect(await textsOf()).toEqual(['Two', 'One']);
  await setStatus(third, 'archive');
  await manager.delete(`${ROOT}/contacts/${third.documentId}`).expect(200);
  await purgeBin(app.strapi, new Date(Date.now() + days));
  expect(await app.knex('contact_notes').whereIn('text', ['One', 'Two'])).toEqual([]);
});

test('an edit of somebody who was merged away meanwhile is refused, not lost', async () => {
  const [contact, other] = [await add(), await add()];
  let isArmed = true;
  app.strapi.documents.use(async (context, run) => {
    if (isArmed && context.uid === 'api::contact.contact' && context.action === 'update') {
      isArmed = false;
      await app.strapi.db.transaction(async ({ trx }) => {
        const rows = trx('contacts').select('id');
        const [from_id, contact_id] = await Promise.all(
          [contact, other].map(
            async ({ documentId }) =>
              (await rows.clone().where({ document_id: documentId }).first()).id as number,
          ),
        );
        const { documentId: document_id } = contact;
        await trx('contact_redirects').insert({ document_id, from_id, contact_id });
        await trx('contacts').where({ document_id }).delete();
      });
    }
    return run();
  });
  const { body } = await manager
    .put(`${ROOT}/contacts/${contact.documentId}`, { name: 'Lost' })
    .expect(404);
  expect(body.error.details.code).toBe('contact.not-found');
});

test('a number that is chosen as primary and is somebody’s primary is a problem of that field', async () => {
  const owner = (await app.signIn('strapi-super-admin')).client;
  const { body: settings } = await owner.get(`${ROOT}/settings`).expect(200);
  const change = (values: Partial<Settings>) =>
    owner.put(`${ROOT}/settings`, { ...settings.data, ...values });
  await change({ uniqueness: 'primary' }).expect(200);
  const shared = phoneNumber(7_100_001);
  const [kept, gone] = [await add(), await add({ secondaryContact: shared })];
  await add({ primaryContact: shared });
  const { body } = await manager
    .post(`${ROOT}/contacts/${kept.documentId}/merge`, {
      ...{ other: gone.documentId, values: { primaryContact: shared } },
    })
    .expect(400);
  expect(body.error.details).toMatchObject({
    code: 'phone.taken',
    errors: [{ path: ['primaryContact'], code: 'phone.taken' }],
  });
  expect(withoutClock(await read(gone.documentId))).toEqual(withoutClock(gone));
});
