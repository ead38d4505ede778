import fs from 'node:fs';
import os from 'node:os';
import { addContacts, addRecord, freshNumber } from '../factories/contacts';
import { importsOf, row, workbookOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf } from '../helpers/directory';

/** Imports of applications, over the content API. */
let app: TestApp;
let manager: Client;
let api: Client;

const ROOT = '/api/contacts-manager/imports';
const PLUGIN = 'plugin::contacts-manager';
const ACTIONS = [
  `${PLUGIN}.import.create`,
  `${PLUGIN}.import.findOne`,
  `${PLUGIN}.import.confirm`,
  `${PLUGIN}.import.cancel`,
  `${PLUGIN}.importRows.find`,
  `${PLUGIN}.import.map`,
];

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  api = await app.apiToken(ACTIONS);
});
afterAll(() => app.close());

const { find } = directoryOf(() => manager);
const imports = (as = api) => importsOf(as, ROOT);
const people = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    row({ name: `Imported ${index}`, phone: freshNumber(), groups: 'From outside' }),
  );

describe('an application', () => {
  it('imports a file from upload to done, in its own name', async () => {
    const phone = freshNumber();
    const rows = [
      row({ name: 'Asha Rao', phone, groups: 'Choir' }),
      row({ name: 'x', phone: '1' }),
    ];
    const review = await imports().review(rows);
    expect(review).toMatchObject({
      state: 'review',
      counts: { total: 2, create: 1, reject: 1 },
      newNames: { groups: [{ name: 'Choir', rows: 1 }] },
    });
    expect(await imports().rows(review.id, '?decision=reject')).toMatchObject([
      { row: 3, issues: [{ field: 'primaryContact', code: expect.stringMatching(/^phone\./) }] },
    ]);
    const done = await imports().finish(review.id);
    expect(done).toMatchObject({ state: 'done', applied: { create: 1, update: 0, taken: 0 } });
    expect(await find(phone)).toMatchObject({ name: 'Asha Rao', groups: [{ name: 'Choir' }] });
    const made = await app.knex('contact_operations').where({ document_id: done.operationId });
    expect(made).toMatchObject([{ kind: 'import', actor_type: 'api-token' }]);
  });

  it('says how, as people do', async () => {
    const phone = freshNumber();
    await addContacts(manager, [{ name: 'Old', primaryContact: phone, email: 'old@example.com' }]);
    const local = phone.slice('+91'.length);
    const options = {
      existing: 'update',
      unknownNames: 'reject',
      country: 'IN',
      mapping: JSON.stringify({ name: 1, primaryContact: 0, groups: 2 }),
    };
    const review = await imports().review([[local, 'New', '']], options, ['A', 'B', 'C']);
    expect(review).toMatchObject({ state: 'review', counts: { total: 1, update: 1 } });
    const unknown = await imports().review(people(1), { unknownNames: 'reject' });
    expect(unknown.counts).toMatchObject({ create: 0, reject: 1 });
    const { body } = await api
      .post(ROOT)
      .attach('file', await workbookOf(people(1)), 'people.xlsx')
      .field('country', 'XX')
      .expect(400);
    expect(body.error.details.errors).toMatchObject([{ path: ['country'] }]);
  });

  it('says which column is which, when it is asked', async () => {
    const phone = freshNumber();
    const asked = await imports().review([[phone, 'Asha']], {}, ['A', 'B']);
    expect(asked).toMatchObject({ state: 'mapping', question: 'columns', headers: ['A', 'B'] });
    await imports().map(asked.id, { name: 1, primaryContact: 0 }).expect(200);
    await imports().settle(asked.id);
    await imports().finish(asked.id);
    expect(await find(phone)).toMatchObject({ name: 'Asha' });
  });

  it('confirming twice imports once', async () => {
    const review = await imports().review(people(20));
    const answers = await Promise.all([1, 2, 3].map(() => imports().confirm(review.id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    const done = await imports().settle(review.id);
    expect(done).toMatchObject({ state: 'done', applied: { create: 20 } });
    expect((await imports().confirm(review.id)).body).toMatchObject({
      state: 'done',
      applied: { create: 20 },
      operationId: done.operationId,
    });
  });

  it('cancels, and nothing is written', async () => {
    const review = await imports().review(people(2));
    expect((await imports().cancel(review.id)).body).toMatchObject({ state: 'cancelled' });
    const late = await imports().confirm(review.id);
    expect([late.status, late.body.error.details.code]).toEqual([400, 'import.state']);
  });

  it.each([
    ['no workbook at all', Buffer.from('MZ\u0000\u0001\u0002\u0003'), 'file.unsupported'],
    ['half a zip', Buffer.from('PK\u0003\u0004 and nothing more'), 'file.corrupt'],
    [
      'a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(512)]),
      expect.stringMatching(/^file\.(encrypted|unsupported|corrupt)$/),
    ],
  ])('is told what is wrong with a file: %s', async (_what, bytes, code) => {
    const id = await imports().uploadBytes(bytes, 'people.xlsx');
    expect(await imports().settle(id)).toMatchObject({ state: 'failed', error: { code } });
  });

  it('an upload without a file, or that nobody may make, is refused and leaves nothing behind', async () => {
    const none = await api.post(ROOT).field('existing', 'skip');
    expect([none.status, none.body.error.details.code]).toEqual([400, 'file.missing']);
    const bytes = await workbookOf(people(1));
    await app.anonymous.post(ROOT).attach('file', bytes, 'people.xlsx').expect(403);
    await api.post(ROOT).attach('other', bytes, 'people.xlsx').expect(400);
    const left = fs.readdirSync(os.tmpdir(), { withFileTypes: true });
    expect(left.filter((entry) => entry.isFile()).map(({ name }) => name)).toEqual([]);
  });
});

describe('who may', () => {
  const calls = (caller: Client, id: string) => ({
    [ACTIONS[0]!]: () => caller.post(ROOT).field('existing', 'skip'),
    [ACTIONS[1]!]: () => caller.get(`${ROOT}/${id}`),
    [ACTIONS[2]!]: () => caller.post(`${ROOT}/${id}/confirm`),
    [ACTIONS[3]!]: () => caller.post(`${ROOT}/${id}/cancel`),
    [ACTIONS[4]!]: () => caller.get(`${ROOT}/${id}/rows`),
    [ACTIONS[5]!]: () => caller.post(`${ROOT}/${id}/mapping`, { country: 'IN' }),
  });

  it('each route is an action of its own, which a fresh installation gives nobody', async () => {
    const { id } = await imports().review(people(1));
    const newRole = await app.applicationUser([]);
    for (const action of ACTIONS) {
      const others = ACTIONS.filter((other) => other !== action);
      for (const caller of [app.anonymous, newRole.client, await app.apiToken(others)]) {
        expect([action, (await calls(caller, id)[action]!()).status]).toEqual([action, 403]);
      }
      // Past the right: no file, or an import of somebody else.
      const granted = await calls(await app.apiToken([action]), id)[action]!();
      expect([action, granted.status]).toEqual([action, action === ACTIONS[0] ? 400 : 404]);
    }
    const roles = await app
      .knex('up_permissions')
      .where('action', 'like', `${PLUGIN}.import%`)
      .select('action');
    expect(roles).toEqual([]);
  });

  it('a read-only token reads, and starts nothing', async () => {
    const { id } = await imports().review(people(1));
    const reader = calls(await app.apiToken('read-only'), id);
    const statuses = [];
    for (const action of ACTIONS) statuses.push((await reader[action]!()).status);
    expect(statuses).toEqual([403, 404, 403, 403, 404, 403]);
  });

  it('sees its own imports only: those of others are not found', async () => {
    const user = await app.applicationUser(ACTIONS);
    const others = [await app.apiToken(ACTIONS), await app.apiToken('full-access'), user.client];
    const { id } = await imports().review(people(1));
    const byManager = await importsOf(manager).review(people(1));
    for (const other of others) {
      for (const foreign of [id, byManager.id, 'nothing']) {
        for (const action of ACTIONS.slice(1)) {
          const { status, body } = await calls(other, foreign)[action]!();
          expect([status, body.error.details.code]).toEqual([404, 'import.not-found']);
        }
      }
    }
    expect(await imports().finish(id)).toMatchObject({ state: 'done' });
    const own = await imports(user.client).review(people(1));
    expect(await imports(user.client).finish(own.id)).toMatchObject({
      state: 'done',
      createdBy: user.email,
    });
  });

  it('nobody in particular has no imports, even where the public role is given the right', async () => {
    const role = await app.strapi.db
      .query('plugin::users-permissions.role')
      .findOne({ where: { type: 'public' } });
    const permissions = app.strapi.db.query('plugin::users-permissions.permission');
    const granted = [];
    for (const action of ACTIONS) {
      granted.push(await permissions.create({ data: { action, role: role.id } }));
    }
    const bytes = await workbookOf(people(1));
    await app.anonymous.post(ROOT).attach('file', bytes, 'people.xlsx').expect(403);
    for (const { id } of granted) await permissions.delete({ where: { id } });
  });

  it('who may not read contacts learns neither owners nor what an update replaces', async () => {
    const [theirs, known] = [freshNumber(), freshNumber()];
    await addContacts(manager, [
      { name: 'Secret Owner', primaryContact: freshNumber(), secondaryContact: theirs },
      { name: 'Secret Name', primaryContact: known, notes: 'secret notes' },
    ]);
    await addRecord(manager, 'groups', 'Secret circle');
    const rows = [
      row({ name: 'A', phone: theirs }),
      row({ name: 'B', phone: known, notes: 'n' }),
      row({ name: 'C', phone: freshNumber(), groups: 'Sekret circle' }),
    ];
    const told = async (caller: Client) => {
      const { id, newNames } = await imports(caller).review(rows, { existing: 'update' });
      near = newNames.groups[0]?.near;
      return imports(caller).rows(id);
    };
    let near: string | undefined;
    expect(JSON.stringify(await told(api))).not.toMatch(/secret/i);
    expect(near).toBeUndefined();
    const [taken, update] = await told(
      await app.apiToken([...ACTIONS, 'api::contact.contact.find']),
    );
    expect(near).toBe('Secret circle');
    expect(taken?.issues).toMatchObject([{ code: 'phone.taken', detail: 'Secret Owner' }]);
    expect(update?.changes).toContainEqual({ field: 'name', before: 'Secret Name', after: 'B' });
    const hidden = (await told(api))[1];
    expect(hidden?.changes).toContainEqual({ field: 'name', before: '', after: 'B' });
  });
});
