import { parse } from 'csv-parse/sync';
import type { BulkAnswer } from '../../plugins/contacts-manager/shared/contracts/bulk';
import type {
  OperationAnswer,
  SkippedContact,
} from '../../plugins/contacts-manager/shared/contracts/operations';
import { addRecord } from '../factories/contacts';
import { fillWithContacts } from '../factories/many-contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { bytesOf } from '../helpers/download';

/** What bulk changes promise: exact accounts, undo that spares newer values, and a history that adds up. */
let app: TestApp;
let maya: Client;
let omar: Client;
const ROOT = '/contacts-manager';
const PEOPLE = 3_000;
const everybody = { kind: 'filter', filter: { search: 'Bulk' } };

beforeAll(async () => {
  app = await createApp();
  maya = (await app.signIn('contacts-manager')).client;
  omar = (await app.signIn('contacts-manager')).client;
  await fillWithContacts(app, PEOPLE);
});
afterAll(() => app.close());
beforeEach(() => app.knex('contacts').update({ contact_status: 'active' }));

const bulk = async (client: Client, body: object): Promise<BulkAnswer> =>
  (await client.post(`${ROOT}/contacts/bulk`, { selection: everybody, ...body }).expect(200)).body;

async function settle(operationId: string | null): Promise<OperationAnswer> {
  for (;;) {
    const { body } = await maya.get(`${ROOT}/operations/${operationId}`).expect(200);
    if (body.state !== 'running') return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
const documentIds = async (from: number, count: number): Promise<string[]> => {
  const rows = await app.knex('contacts').orderBy('id').offset(from).limit(count);
  return rows.map(({ document_id }) => String(document_id));
};

const bySkipped = (skipped: SkippedContact[]) =>
  Object.fromEntries(skipped.map(({ documentId, code }) => [documentId, code]));

describe('a thousand rows that may not make the change', () => {
  test('add up with the others, each with its reason, the same everywhere', async () => {
    const blocked = await documentIds(500, 1_000);
    await bulk(maya, {
      action: 'block',
      reason: 'Test',
      selection: { kind: 'ids', ids: blocked },
    });
    const reasons = Object.fromEntries(blocked.map((id) => [id, 'status.transition']));

    const dry = await bulk(maya, { action: 'archive', dryRun: true });
    expect(dry).toMatchObject({ operationId: null, applied: 2_000, skippedCount: 1_000 });
    expect(bySkipped(dry.skipped)).toEqual(reasons);

    const answer = await bulk(maya, { action: 'archive' });
    const done = await settle(answer.operationId);
    expect(done).toMatchObject({ state: 'done', applied: 2_000, skippedCount: 1_000 });
    expect(done.applied + done.skippedCount).toBe(PEOPLE);
    expect(bySkipped(done.skipped)).toEqual(reasons);
    const { body: history } = await maya.get(`${ROOT}/operations?kind=archive`).expect(200);
    expect(history.results[0]).toMatchObject({ applied: 2_000, skippedCount: 1_000 });
  });

  test('… and in the answer itself where the change is made in the request', async () => {
    const ids = await documentIds(0, 1_000);
    const selection = { kind: 'ids', ids };
    await bulk(maya, {
      action: 'block',
      reason: 'Test',
      selection: { kind: 'ids', ids: ids.slice(1) },
    });
    const dry = await bulk(maya, { action: 'archive', selection, dryRun: true });
    const answer = await bulk(maya, { action: 'archive', selection });
    expect(answer).toMatchObject({ state: 'done', applied: 1, skippedCount: 999 });
    expect(answer.skipped).toHaveLength(999);
    const history = await settle(answer.operationId);
    expect(bySkipped(answer.skipped)).toEqual(bySkipped(dry.skipped));
    expect(bySkipped(history.skipped)).toEqual(bySkipped(dry.skipped));
  });
});

describe('undo after somebody else has changed three of the contacts', () => {
  type Exported = Map<string, string>;
  /** One line of text by phone number. */
  async function exported(): Promise<Exported> {
    const body = { selection: { kind: 'filter', filter: {} }, format: 'csv' };
    const bytes = await bytesOf(maya.post(`${ROOT}/exports`, body).expect(200));
    const records = parse<Record<string, string>>(bytes, { bom: true, columns: true });
    return new Map(
      records.map((record) => [record['Primary Contact'] ?? '', JSON.stringify(record)]),
    );
  }

  const oneOf = (id: string) => ({ selection: { kind: 'ids', ids: [id] } });

  test('exports before and after differ in these three, which are listed', async () => {
    const choir = (await addRecord(maya, 'groups', 'Choir, "Monday"')).documentId;
    const band = (await addRecord(maya, 'groups', 'Band')).documentId;
    const duo = (await addRecord(maya, 'groups', 'Duo')).documentId;
    const lead = (await addRecord(maya, 'categories', 'Prospect')).documentId;
    const friend = (await addRecord(maya, 'categories', 'Friend')).documentId;
    const cases = [
      {
        change: { action: 'add-to-groups', groups: [choir] },
        newer: (id: string) =>
          bulk(omar, { action: 'add-to-groups', groups: [band], ...oneOf(id) }),
      },
      {
        change: { action: 'set-category', category: lead },
        newer: (id: string) =>
          omar.put(`${ROOT}/contacts/${id}`, { category: friend }).expect(200).then(),
      },
      {
        // Nothing that the change touched: they are taken back, too, and keep their new names.
        change: { action: 'add-to-groups', groups: [duo] },
        newer: (id: string) =>
          omar
            .put(`${ROOT}/contacts/${id}`, { name: `Bulk ${id}` })
            .expect(200)
            .then(),
        listed: 'newer',
      },
      {
        change: { action: 'archive', reason: 'Season over' },
        newer: (id: string) =>
          omar.post(`${ROOT}/contacts/${id}/block`, { reason: 'Spam' }).expect(200).then(),
      },
    ];
    for (const [at, { change, newer, listed }] of cases.entries()) {
      const before = await exported();
      const { operationId } = await bulk(maya, change);
      expect(await settle(operationId)).toMatchObject({ applied: PEOPLE });
      const three = await documentIds(700 + at * 10, 3);
      for (const id of three) await newer(id);
      const meanwhile = await exported();

      const { body: undo } = await maya.post(`${ROOT}/operations/${operationId}/undo`).expect(200);
      const undone = await settle(undo.operationId);
      const left = listed === 'newer' ? [] : three;
      expect(undone).toMatchObject({
        ...{ applied: PEOPLE - left.length, skippedCount: left.length },
        newerCount: 3 - left.length,
      });
      expect(bySkipped(undone.skipped)).toEqual(
        Object.fromEntries(left.map((id) => [id, 'undo.changed-since'])),
      );
      const ids = undone.newer.map(({ documentId }) => documentId);
      expect([...ids, ...left].sort()).toEqual([...three].sort());
      const after = await exported();
      const numbers = await numbersOf(three);
      const different = [...before.keys()].filter((key) => before.get(key) !== after.get(key));
      expect(different.sort()).toEqual(numbers.sort());
      // What the other person made of them is untouched.
      for (const number of left.length > 0 ? numbers : []) {
        expect(after.get(number)).toBe(meanwhile.get(number));
      }
    }
  });
});

const numbersOf = async (ids: string[]): Promise<string[]> => {
  const rows = await app.knex('contacts').whereIn('document_id', ids);
  return rows.map(({ primary_contact }) => String(primary_contact));
};

describe('changes of the same contacts at once', () => {
  type State = Record<string, unknown>;
  /** Every contact as the API shows it, in what bulk changes touch. */
  async function currentStates(): Promise<Map<string, State>> {
    const states = new Map<string, State>();
    for (let cursor = ''; ;) {
      const { body } = await maya
        .get(`${ROOT}/contacts?pageSize=100&sort=name:asc${cursor && `&cursor=${cursor}`}`)
        .expect(200);
      for (const contact of body.results) {
        const { documentId, contactStatus, statusReason, category, groups } = contact;
        const ids = groups.map((group: { documentId: string }) => group.documentId).sort();
        states.set(documentId, {
          contactStatus,
          statusReason,
          category: category?.documentId ?? null,
          groups: ids,
        });
      }
      if (!body.pagination.nextCursor) return states;
      cursor = encodeURIComponent(body.pagination.nextCursor);
    }
  }

  const idOf = (value: unknown): unknown =>
    typeof value === 'object' && value !== null && 'documentId' in value ? value.documentId : value;
  const replayed = (after: State): State =>
    Object.fromEntries(
      Object.entries(after)
        .filter(([key]) => key !== 'statusChangedAt')
        .map(([key, value]) => [key, Array.isArray(value) ? value.map(idOf).sort() : idOf(value)]),
    );

  /** The states that History makes of these, in the order in which changes came to each contact. */
  async function replay(initial: Map<string, State>, sinceOperation: number) {
    const items: { document_id: string; before: string; after: string }[] = await app
      .knex('contact_operation_items as i')
      .join('contacts as c', 'c.id', 'i.contact_id')
      .where('i.operation_id', '>', sinceOperation)
      .orderBy(['i.contact_id', 'i.number'])
      .select('c.document_id', 'i.before', 'i.after');
    const states = new Map([...initial].map(([id, state]) => [id, { ...state }]));
    for (const { document_id, before, after } of items) {
      const state = states.get(document_id) ?? {};
      // Each change started from what the one before it had left.
      expect(state).toMatchObject(replayed(JSON.parse(before)));
      states.set(document_id, { ...state, ...replayed(JSON.parse(after)) });
    }
    return states;
  }
  const lastOperation = async () =>
    Number((await app.knex('contact_operations').max('id as last').first())?.last ?? 0);

  test('nobody sees an error, and replaying History gives the contacts as they are', async () => {
    const groups = await Promise.all(
      ['North', 'South', 'East', 'West'].map((name) => addRecord(maya, 'groups', name)),
    );
    const [north, south, east, west] = groups.map(({ documentId }) => documentId);
    const late = await documentIds(PEOPLE - 200, 200);
    const few = { selection: { kind: 'ids', ids: late } };
    await settle((await bulk(maya, { action: 'add-to-groups', groups: [north] })).operationId);
    const initial = await currentStates();
    const since = await lastOperation();

    // Two that take several steps off the request, and small ones in the request, over what these come to last.
    const large = await Promise.all([
      bulk(maya, { action: 'move-to-group', fromGroups: [north], groups: [south] }),
      bulk(omar, { action: 'add-to-groups', groups: [east] }),
      bulk(omar, { action: 'archive', reason: 'Season over' }),
    ]);
    const small = await Promise.all([
      bulk(omar, { action: 'add-to-groups', groups: [west], ...few }),
      bulk(maya, { action: 'move-to-group', fromGroups: [east], groups: [north], ...few }),
      bulk(maya, { action: 'block', reason: 'Spam', ...few }),
      bulk(omar, { action: 'archive', ...few }),
      ...late.slice(0, 5).map((id) =>
        omar
          .put(`${ROOT}/contacts/${id}`, { groups: [west] })
          .expect(200)
          .then(() => ({ state: 'done' })),
      ),
    ]);
    expect(new Set(small.map(({ state }) => state))).toEqual(new Set(['done']));
    for (const { operationId, state } of large) {
      expect(state).toBe('running');
      expect((await settle(operationId)).state).toBe('done');
    }
    const current = await currentStates();
    expect(current.size).toBe(PEOPLE);
    expect(await replay(initial, since)).toEqual(current);
    // The timeline of a contact tells the same story.
    for (const id of late.slice(0, 10)) {
      const { body } = await maya.get(`${ROOT}/contacts/${id}/timeline?pageSize=100`).expect(200);
      const told = body.results.map(({ after }: { after: State }) => replayed(after)).reverse();
      expect(current.get(id)).toMatchObject(Object.assign({}, ...told));
    }
  });
});
