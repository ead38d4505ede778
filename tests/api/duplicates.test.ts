import type { ContactView } from '../../plugins/contacts-manager/shared/contracts/contacts';
import type {
  DuplicatePair,
  DuplicatesAnswer,
} from '../../plugins/contacts-manager/shared/contracts/duplicates';
import type { TimelineEntry } from '../../plugins/contacts-manager/shared/contracts/operations';
import { addContacts, addRecord, phoneNumber } from '../factories/contacts';
import { recount } from '../factories/recount';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** Likely same persons: found, dismissed, merged, and separated again. */
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
  // Far apart, so that only what a test says makes two contacts alike.
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
const undo = async (operationId: string) =>
  (await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(200)).body;
const timeline = async (documentId: string): Promise<TimelineEntry[]> =>
  (await manager.get(`${ROOT}/contacts/${documentId}/timeline`).expect(200)).body.results;
/** Everything of a contact but when it was last written. */
const withoutClock = ({ updatedAt: _updatedAt, ...contact }: ContactView) => contact;
const phonesOf = async (): Promise<string[]> => app.knex('contact_phones').pluck('phone');

async function duplicates(query = 'pageSize=100'): Promise<DuplicatesAnswer> {
  const nudge = app.strapi.plugin('contacts-manager').service('work').runner;
  for (let tries = 0; tries < 200; tries += 1) {
    nudge.nudge();
    const { body } = await manager.get(`${ROOT}/duplicates?${query}`).expect(200);
    if (!body.isLooking) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('The search for duplicates does not end.');
}
const pairWith = async (...contacts: ContactView[]): Promise<DuplicatePair | undefined> => {
  const { results } = await duplicates();
  const wanted = contacts.map(({ documentId }) => documentId).sort();
  return results.find(
    (pair) =>
      pair.contacts
        .map(({ documentId }) => documentId)
        .sort()
        .join() === wanted.join(),
  );
};

describe('the queue', () => {
  test('finds the same e-mail, the same name with a near number, and variants of one number', async () => {
    const byMail = [
      await add({ email: 'same@example.com' }),
      await add({ email: 'SAME@example.com' }),
    ];
    const byName = [
      await add({ name: 'Zoë Núñez', primaryContact: '+919876500011' }),
      await add({ name: 'zoe  nunez', primaryContact: '+919876500012' }),
    ];
    const byNumber = [
      await add({ primaryContact: '+5491123456789' }),
      await add({ secondaryContact: '+541123456789' }),
    ];
    await add({ name: 'Zoe Nunez' });
    expect((await pairWith(...byMail))?.reasons).toEqual(['email']);
    expect((await pairWith(...byName))?.reasons).toEqual(['name-near-number']);
    expect((await pairWith(...byNumber))?.reasons).toEqual(['number-variant']);
    expect((await duplicates()).pagination.total).toBe(3);
  });

  test('looks again at a contact that was changed, and forgets one that is gone', async () => {
    const [left, right] = [await add({ email: 'one@example.com' }), await add()];
    expect(await pairWith(left, right)).toBeUndefined();
    const change = (email: string) =>
      manager.put(`${ROOT}/contacts/${right.documentId}`, { email }).expect(200);
    await change('one@example.com');
    expect(await pairWith(left, right)).toBeDefined();
    await change('two@example.com');
    expect(await pairWith(left, right)).toBeUndefined();
    await change('one@example.com');
    expect(await pairWith(left, right)).toBeDefined();
    const [gone] = await app.knex('contacts').where({ document_id: right.documentId }).pluck('id');
    await manager.post(`${ROOT}/contacts/${right.documentId}/archive`).expect(200);
    await manager.delete(`${ROOT}/contacts/${right.documentId}`).expect(200);
    expect(await pairWith(left, right)).toBeUndefined();
    expect(await app.knex('contact_duplicate_keys').where({ contact_id: gone })).toEqual([]);
  });

  test('keeps a dismissed pair away for good', async () => {
    const email = 'family@example.com';
    const [left, right] = [await add({ email }), await add({ email })];
    expect(await pairWith(left, right)).toBeDefined();
    await manager
      .post(`${ROOT}/duplicates/dismiss`, { contacts: [right.documentId, left.documentId] })
      .expect(200);
    expect(await pairWith(left, right)).toBeUndefined();
    await manager.put(`${ROOT}/contacts/${left.documentId}`, { name: 'Renamed' }).expect(200);
    expect(await pairWith(left, right)).toBeUndefined();
  });

  test('shows one pair of a crowd that shares an address, then the next', async () => {
    const email = 'office@school.example';
    const crowd: ContactView[] = [];
    for (let index = 0; index < 9; index += 1) crowd.push(await add({ email }));
    const shown = async () =>
      (await duplicates()).results.filter(({ contacts }) => contacts[0].email === email);
    const first = await shown();
    expect(first).toHaveLength(1);
    expect(first[0]).toMatchObject({ shared: 9, reasons: ['email'] });
    await manager
      .post(`${ROOT}/duplicates/dismiss`, {
        contacts: first[0]!.contacts.map(({ documentId }) => documentId),
      })
      .expect(200);
    const second = await shown();
    expect(second).toHaveLength(1);
    expect(second[0]!.contacts).not.toEqual(first[0]!.contacts);
    // Once few enough are left, all their pairs are shown, but for the dismissed one.
    for (const { documentId } of crowd.slice(4)) {
      await manager.put(`${ROOT}/contacts/${documentId}`, { email: null }).expect(200);
    }
    expect(await shown()).toHaveLength(5);
  });

  test('is for people who may edit; merging also takes the right to move to the bin', async () => {
    const [left, right] = [await add(), await add()];
    const reader = (await app.signIn(['read'])).client;
    const agent = (await app.signIn('contacts-agent')).client;
    await reader.get(`${ROOT}/duplicates`).expect(403);
    await agent.get(`${ROOT}/duplicates`).expect(200);
    await agent
      .post(`${ROOT}/contacts/${left.documentId}/merge`, { other: right.documentId })
      .expect(403);
    const { operationId } = await merge(left, right);
    const historian = (await app.signIn(['read', 'history', 'update'])).client;
    await historian.post(`${ROOT}/operations/${operationId}/undo`).expect(403);
  });
});

describe('merge', () => {
  test('keeps what was chosen, joins groups, and leads the old address to the one that stays', async () => {
    const [choir, band] = [
      await addRecord(manager, 'groups', 'Choir of merge'),
      await addRecord(manager, 'groups', 'Band of merge'),
    ];
    const student = await addRecord(manager, 'categories', 'Student of merge');
    const kept = await add({
      groups: [choir.documentId],
      notes: 'First',
      email: 'kept@example.com',
    });
    const gone = await add({
      secondaryContact: phoneNumber(8_000_000),
      groups: [choir.documentId, band.documentId],
      category: student.documentId,
      notes: 'Second',
      email: 'gone@example.com',
    });
    const { data, operationId } = await merge(kept, gone, {
      name: gone.name,
      primaryContact: gone.primaryContact,
      secondaryContact: kept.primaryContact,
    });
    expect(data).toMatchObject({
      documentId: kept.documentId,
      name: gone.name,
      primaryContact: gone.primaryContact,
      secondaryContact: kept.primaryContact,
      email: 'kept@example.com',
      category: { documentId: student.documentId },
      notes: 'First\n\nSecond',
      contactStatus: 'active',
    });
    expect(data.groups.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Band of merge',
      'Choir of merge',
    ]);
    expect(await phonesOf()).not.toContain(gone.secondaryContact);
    expect(await read(gone.documentId)).toEqual(data);
    const token = await app.apiToken('full-access');
    const rest = await token.get(`/api/contacts/${gone.documentId}?populate=groups`).expect(200);
    expect(rest.body.data).toMatchObject({ documentId: kept.documentId, name: gone.name });
    const graphql = await token
      .graphql('query ($id: ID!) { contact(documentId: $id) { documentId name } }', {
        id: gone.documentId,
      })
      .expect(200);
    expect(graphql.body.data.contact).toEqual({ documentId: kept.documentId, name: gone.name });
    const found = await manager.get(`${ROOT}/contacts?search=${gone.primaryContact.slice(1)}`);
    expect(found.body.pagination.total).toBe(1);
    const bin = await manager
      .get(`${ROOT}/bin?search=${encodeURIComponent(gone.name)}`)
      .expect(200);
    expect(bin.body.results).toEqual([]);
    const restored = await manager
      .post(`${ROOT}/bin/restore`, { ids: [gone.documentId] })
      .expect(200);
    expect(restored.body).toMatchObject({ applied: 0, operationId: null });
    const entries = await timeline(kept.documentId);
    expect(entries.map(({ operation, mergedFrom }) => [operation.kind, mergedFrom])).toEqual([
      ['merge', null],
      ['create', gone.name],
      ['create', null],
    ]);
    expect(entries[0]!.operation.operationId).toBe(operationId);
    expect(entries[0]!.operation.params.merge).toEqual({
      kept: { documentId: kept.documentId, name: kept.name },
      gone: { documentId: gone.documentId, name: gone.name },
    });
  });

  test('undone, both are as they were: numbers, groups, addresses; and merged again', async () => {
    const group = await addRecord(manager, 'groups', 'Group of unmerge');
    const kept = await add({ email: 'kept.unmerge@example.com' });
    const gone = await add({
      secondaryContact: phoneNumber(8_100_000),
      groups: [group.documentId],
      notes: 'Note',
    });
    const before = [await read(kept.documentId), await read(gone.documentId)].map(withoutClock);
    const { data, operationId } = await merge(kept, gone, { primaryContact: gone.primaryContact });
    const answer = await undo(operationId);
    expect(answer).toMatchObject({ applied: 2, skippedCount: 0 });
    const after = [await read(kept.documentId), await read(gone.documentId)].map(withoutClock);
    expect(after).toEqual(before);
    expect(await app.knex('contact_redirects').where({ document_id: gone.documentId })).toEqual([]);
    const again = await undo(answer.operationId);
    expect(again).toMatchObject({ applied: 2, skippedCount: 0 });
    expect(withoutClock(await read(gone.documentId))).toEqual(withoutClock(data));
    await undo(again.operationId);
    expect([await read(kept.documentId), await read(gone.documentId)].map(withoutClock)).toEqual(
      before,
    );
  });

  test('undone after the one that stayed was changed, that one keeps its newer values', async () => {
    const [kept, gone] = [await add(), await add()];
    const { operationId } = await merge(kept, gone, {
      primaryContact: kept.primaryContact,
      secondaryContact: gone.primaryContact,
    });
    const number = phoneNumber(8_200_000);
    await manager
      .put(`${ROOT}/contacts/${kept.documentId}`, { secondaryContact: number })
      .expect(200);
    const answer = await undo(operationId);
    expect(answer).toMatchObject({ applied: 1, skippedCount: 1 });
    expect(answer.skipped).toEqual([
      { documentId: kept.documentId, name: kept.name, code: 'undo.changed-since' },
    ]);
    expect((await read(kept.documentId)).secondaryContact).toBe(number);
    expect(withoutClock(await read(gone.documentId))).toEqual(withoutClock(gone));
    // What came apart this way cannot be put together as it was.
    const redo = await manager.post(`${ROOT}/operations/${answer.operationId}/undo`).expect(200);
    expect((await read(gone.documentId)).documentId).toBe(
      redo.body.applied === 1 ? kept.documentId : gone.documentId,
    );
  });

  test('never makes a blocked person reachable', async () => {
    const [active, archived, blocked, other] = [await add(), await add(), await add(), await add()];
    await manager
      .post(`${ROOT}/contacts/${blocked.documentId}/block`, { reason: 'Spam' })
      .expect(200);
    for (const { documentId } of [archived, other]) {
      await manager.post(`${ROOT}/contacts/${documentId}/archive`, { reason: 'Left' }).expect(200);
    }
    expect((await merge(archived, other)).data).toMatchObject({
      contactStatus: 'archived',
      statusReason: 'Left',
    });
    expect((await merge(archived, active)).data).toMatchObject({ contactStatus: 'active' });
    expect((await merge(archived, blocked)).data).toMatchObject({
      contactStatus: 'blocked',
      statusReason: 'Spam',
    });
    // Through three merges.
    expect((await read(other.documentId)).documentId).toBe(archived.documentId);
  });

  test('follows chains, and lets go of them one by one', async () => {
    const [first, second, third] = [await add(), await add(), await add()];
    await merge(second, first);
    const last = await merge(third, second);
    expect((await read(first.documentId)).documentId).toBe(third.documentId);
    const kinds = (await timeline(third.documentId)).map(({ operation }) => operation.kind);
    expect(kinds).toEqual(['merge', 'merge', 'create', 'create', 'create']);
    await undo(last.operationId);
    expect((await read(first.documentId)).documentId).toBe(second.documentId);
  });

  test('refuses values that neither has, and a contact with itself', async () => {
    const [kept, gone] = [await add({ email: 'value@example.com' }), await add()];
    const refuse = async (other: ContactView, values: object) =>
      (
        await manager
          .post(`${ROOT}/contacts/${kept.documentId}/merge`, { other: other.documentId, values })
          .expect(400)
      ).body.error.details;
    const wrong = await refuse(gone, {
      name: 'Somebody else',
      primaryContact: phoneNumber(8_300_000),
      notes: 'New',
      customFields: { city: 'Pune' },
    });
    expect(wrong.code).toBe('merge.value');
    expect(wrong.errors.map(({ path }: { path: string[] }) => path.join('.'))).toEqual([
      'name',
      'primaryContact',
      'notes',
      'customFields.city',
    ]);
    const twice = { primaryContact: kept.primaryContact, secondaryContact: kept.primaryContact };
    expect((await refuse(gone, twice)).code).toBe('phone.same-as-primary');
    expect((await refuse(kept, {})).code).toBe('merge.same');
    await manager
      .post(`${ROOT}/contacts/${kept.documentId}/merge`, { other: 'nobody' })
      .expect(404);
    expect(withoutClock(await read(gone.documentId))).toEqual(withoutClock(gone));
  });

  test('custom fields are merged key by key', async () => {
    const owner = (await app.signIn('strapi-super-admin')).client;
    for (const field of [
      { label: 'City', type: 'text' },
      { label: 'Size', type: 'number' },
      { label: 'Marks', type: 'choices', options: ['a', 'b', 'c'] },
    ]) {
      await owner.post(`${ROOT}/custom-fields`, field).expect(201);
    }
    const kept = await add({ customFields: { city: 'Pune', size: 3 } });
    const gone = await add({ customFields: { city: 'Goa', marks: ['a', 'b'] } });
    const { data, operationId } = await merge(kept, gone, { customFields: { city: 'Goa' } });
    expect(data.customFields).toEqual({ city: 'Goa', size: 3, marks: ['a', 'b'] });
    await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(200);
    expect((await read(kept.documentId)).customFields).toEqual(kept.customFields);
    expect((await read(gone.documentId)).customFields).toEqual(gone.customFields);
  });

  test('team notes of both are read with the one that stays, and part again', async () => {
    const [kept, gone] = [await add(), await add()];
    const note = (contact: ContactView, text: string) =>
      manager.post(`${ROOT}/contacts/${contact.documentId}/notes`, { text }).expect(201);
    await note(kept, 'Of the first');
    await note(gone, 'Of the second');
    const textsOf = async (contact: ContactView) =>
      (
        await manager.get(`${ROOT}/contacts/${contact.documentId}/notes`).expect(200)
      ).body.results.map(({ text }: { text: string }) => text);
    const { operationId } = await merge(kept, gone, {});
    expect(await textsOf(kept)).toEqual(['Of the second', 'Of the first']);
    expect(await textsOf(gone)).toEqual(['Of the second', 'Of the first']);
    await manager.post(`${ROOT}/operations/${operationId}/undo`).expect(200);
    expect(await textsOf(kept)).toEqual(['Of the first']);
    expect(await textsOf(gone)).toEqual(['Of the second']);
  });

  test('many people merging one pair both ways at once lose nothing', async () => {
    const [left, right] = [await add({ notes: 'Left' }), await add({ notes: 'Right' })];
    const request = (kept: ContactView, other: ContactView) =>
      manager.post(`${ROOT}/contacts/${kept.documentId}/merge`, { other: other.documentId });
    const answers = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        index % 2 === 0 ? request(left, right) : request(right, left),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 404, 404, 404, 404, 404]);
    const merged = await read(left.documentId);
    expect([merged.primaryContact, merged.secondaryContact].sort()).toEqual(
      [left.primaryContact, right.primaryContact].sort(),
    );
    expect(merged.notes?.split('\n\n').sort()).toEqual(['Left', 'Right']);
  });
});
