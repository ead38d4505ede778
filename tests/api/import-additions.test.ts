import { addContacts, addRecord, freshNumber } from '../factories/contacts';
import { importsOf, row, workbookOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, idsOf, ROOT } from '../helpers/directory';

/** What an import gives everybody beside what the rows say: groups, a category, a status. */
let app: TestApp;
let manager: Client;
let imports: ReturnType<typeof importsOf>;

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
});
afterAll(() => app.close());

const { find, read, timeline, undo } = directoryOf(() => manager);
const add = async (kind: 'groups' | 'categories', called: string) => {
  const { documentId, name } = await addRecord(manager, kind, called);
  return { documentId, name };
};
const group = (name: string) => add('groups', name);
const category = (name: string) => add('categories', name);
const namesOf = (records: { name: string }[]) => records.map(({ name }) => name).sort();
const post = async (fields: Record<string, string | string[]>, as = manager) => {
  const rows = [row({ name: 'Somebody', phone: freshNumber() })];
  const request = as.post(`${ROOT}/imports`).attach('file', await workbookOf(rows), 'people.xlsx');
  return request.field(fields);
};

describe('groups and a category for everybody', () => {
  it('are added to those of the rows; a category that the row names wins', async () => {
    const [spring, choir] = [await group('Spring'), await group('Choir, North')];
    const lead = await category('Fallback');
    const [plain, own, known] = [freshNumber(), freshNumber(), freshNumber()];
    const [left] = await addContacts(manager, [{ name: 'Left alone', primaryContact: known }]);
    const review = await imports.review(
      [
        row({ name: 'Plain', phone: plain }),
        row({ name: 'Own', phone: own, category: 'Own one', groups: 'spring, Third' }),
        row({ name: 'Left alone', phone: known }),
      ],
      { groups: `${spring.documentId}, ${choir.documentId}`, category: lead.documentId },
    );
    expect(review).toMatchObject({
      counts: { create: 2, skip: 1 },
      newNames: { categories: [{ name: 'Own one' }], groups: [{ name: 'Third' }] },
      options: { groups: [spring, choir], category: lead, newStatus: 'active' },
    });
    const done = await imports.finish(review.id);
    expect(done.applied).toEqual({ create: 2, update: 0, taken: 0 });
    const first = await find(plain);
    expect(first).toMatchObject({ category: { name: 'Fallback' }, contactStatus: 'active' });
    expect(namesOf(first.groups)).toEqual(['Choir, North', 'Spring']);
    const second = await find(own);
    expect(second.category.name).toBe('Own one');
    expect(namesOf(second.groups)).toEqual(['Choir, North', 'Spring', 'Third']);
    expect(await read(left!.documentId)).toMatchObject({ groups: [], category: null });

    const [added] = await timeline(first.documentId);
    expect(JSON.stringify(added)).toContain('Choir, North');
    expect(await undo(done.operationId!)).toMatchObject({ applied: 2, skippedCount: 0 });
    expect(await find(plain)).toBeUndefined();
  });

  it('make an update of a row that says nothing new, and keep the category somebody has', async () => {
    const [old, added] = [await group('Old members'), await group('Added members')];
    const [own, fallback] = [await category('Has one'), await category('Has none')];
    const people = [
      { name: 'With', category: own.documentId, groups: [old.documentId] },
      { name: 'Without', groups: [added.documentId] },
      { name: 'Complete', category: own.documentId, groups: [added.documentId] },
    ].map((person) => ({ ...person, primaryContact: freshNumber() }));
    const contacts = await addContacts(manager, people);
    const rows = people.map(({ name, primaryContact }) => row({ name, phone: primaryContact }));
    const options = { groups: added.documentId, category: fallback.documentId };
    expect((await imports.review(rows, options)).counts).toMatchObject({ skip: 3 });
    const review = await imports.review(rows, { ...options, existing: 'update' });
    expect(review.counts).toMatchObject({ create: 0, update: 2, unchanged: 1 });
    const planned = await imports.rows(review.id);
    expect(planned.map(({ changes }) => changes)).toEqual([
      [{ field: 'groups', before: 'Old members', after: 'Old members, Added members' }],
      [{ field: 'category', before: '', after: 'Has none' }],
      [],
    ]);
    const done = await imports.finish(review.id);
    expect(done.applied).toEqual({ create: 0, update: 2, taken: 0 });
    const [withOne, without] = await Promise.all(idsOf(contacts).map(read));
    expect(withOne).toMatchObject({ category: { name: 'Has one' } });
    expect(namesOf(withOne!.groups)).toEqual(['Added members', 'Old members']);
    expect(without).toMatchObject({ category: { name: 'Has none' } });
    await undo(done.operationId!);
    const [before, again] = await Promise.all(idsOf(contacts).map(read));
    expect(namesOf(before!.groups)).toEqual(['Old members']);
    expect(again).toMatchObject({ category: null, groups: [{ name: 'Added members' }] });
  });

  it('leave a category that somebody gave a contact after the review', async () => {
    const [late, fallback] = [await category('Given late'), await category('Too late')];
    const phone = freshNumber();
    const [contact] = await addContacts(manager, [{ name: 'Late', primaryContact: phone }]);
    const review = await imports.review([row({ name: 'Late', phone })], {
      existing: 'update',
      category: fallback.documentId,
    });
    const url = `${ROOT}/contacts/${contact!.documentId}`;
    await manager.put(url, { category: late.documentId }).expect(200);
    await imports.finish(review.id);
    expect(await read(contact!.documentId)).toMatchObject({ category: { name: 'Given late' } });
  });

  it('count for corrected rows as well', async () => {
    const added = await group('Corrected members');
    const phone = freshNumber();
    await addContacts(manager, [{ name: 'Same', primaryContact: phone }]);
    const review = await imports.review([row({ name: 'Same', phone: 'wrong' })], {
      existing: 'update',
      groups: added.documentId,
    });
    const { body } = await imports.correct(review.id, 2, { cells: { primaryContact: phone } });
    expect(body.row).toMatchObject({ decision: 'update', changes: [{ field: 'groups' }] });
    await imports.finish(review.id);
    expect(await find(phone)).toMatchObject({ groups: [{ name: 'Corrected members' }] });
  });

  it('follow a new name, and are there again when somebody deleted them', async () => {
    const [renamed, deleted] = [await group('Before'), await group('Deleted')];
    const gone = await category('Deleted category');
    const phone = freshNumber();
    const review = await imports.review([row({ name: 'Member', phone })], {
      groups: `${renamed.documentId},${deleted.documentId}`,
      category: gone.documentId,
    });
    await manager.put(`${ROOT}/groups/${renamed.documentId}`, { name: 'Afterwards' }).expect(200);
    await manager.delete(`${ROOT}/groups/${deleted.documentId}`).expect(200);
    await manager.delete(`${ROOT}/categories/${gone.documentId}`).expect(200);
    const done = await imports.finish(review.id);
    expect(done).toMatchObject({ state: 'done', applied: { create: 1 } });
    const contact = await find(phone);
    expect(contact.category.name).toBe('Deleted category');
    expect(namesOf(contact.groups)).toEqual(['Afterwards', 'Deleted']);
  });

  it('that do not exist are refused by field, and nothing is kept', async () => {
    const known = await group('Known');
    const before = await app.knex('contact_imports').count();
    const answer = await post({ groups: [known.documentId, 'nothing'], category: 'nowhere' });
    expect(answer.status).toBe(400);
    expect(answer.body.error.details.errors).toMatchObject([
      { path: ['groups', 1], code: 'group.not-found' },
      { path: ['category'], code: 'category.not-found' },
    ]);
    const blocked = await post({ newStatus: 'blocked' });
    expect(blocked.body.error.details.errors).toMatchObject([{ path: ['newStatus'] }]);
    expect(await app.knex('contact_imports').count()).toEqual(before);
  });
});

describe('new contacts saved as archived', () => {
  it('were never active, and existing ones keep their status', async () => {
    const [fresh, known] = [freshNumber(), freshNumber()];
    await addContacts(manager, [{ name: 'Old name', primaryContact: known }]);
    const count = async (): Promise<number> =>
      (await manager.get(`${ROOT}/contacts?status=archived`).expect(200)).body.pagination.total;
    const archived = await count();
    const review = await imports.review(
      [row({ name: 'Kept away', phone: fresh }), row({ name: 'New name', phone: known })],
      { newStatus: 'archived', existing: 'update' },
    );
    expect(review.options.newStatus).toBe('archived');
    const done = await imports.finish(review.id);
    const contact = await find(fresh);
    expect(contact).toMatchObject({ contactStatus: 'archived', statusReason: null });
    expect(contact.statusChangedAt).toBe(contact.createdAt);
    expect(await find(known)).toMatchObject({ name: 'New name', contactStatus: 'active' });
    expect(await count()).toBe(archived + 1);

    const url = `${ROOT}/contacts/${contact.documentId}/activate`;
    await manager.post(url, {}).expect(200);
    const changed = await undo(done.operationId!);
    expect(changed).toMatchObject({ applied: 1, skippedCount: 1 });
  });

  it('are taken back by undoing the import', async () => {
    const phone = freshNumber();
    const review = await imports.review([row({ name: 'Back again', phone })], {
      newStatus: 'archived',
    });
    const done = await imports.finish(review.id);
    expect(await undo(done.operationId!)).toMatchObject({ applied: 1, skippedCount: 0 });
    expect(await find(phone)).toBeUndefined();
  });

  it('are not for whoever may not archive: neither to upload nor to confirm', async () => {
    const importer = (await app.signIn(['import', 'read'])).client;
    expect((await post({ newStatus: 'archived' }, importer)).status).toBe(403);
    const review = await imports.review([row({ name: 'No', phone: freshNumber() })], {
      newStatus: 'archived',
    });
    await importer.post(`${ROOT}/imports/${review.id}/confirm`).expect(403);
    await imports.cancel(review.id).expect(200);
  });
});

describe('applications', () => {
  const API = '/api/contacts-manager/imports';
  const actions = ['create', 'findOne', 'confirm'].map(
    (name) => `plugin::contacts-manager.import.${name}`,
  );

  it('add to groups and archive as people do, with the right to archive', async () => {
    const [members, phone] = [await group('Of an application'), freshNumber()];
    const options = { groups: members.documentId, newStatus: 'archived' };
    const rows = [row({ name: 'From outside', phone })];
    const without = await app.apiToken(actions);
    const refused = await without
      .post(API)
      .attach('file', await workbookOf(rows), 'people.xlsx')
      .field(options);
    expect(refused.status).toBe(403);
    const token = await app.apiToken([...actions, 'plugin::contacts-manager.contact.archive']);
    const api = importsOf(token, API);
    const done = await api.finish((await api.review(rows, options)).id);
    expect(done).toMatchObject({ state: 'done', applied: { create: 1 } });
    expect(await find(phone)).toMatchObject({
      contactStatus: 'archived',
      groups: [{ name: 'Of an application' }],
    });
  });
});
