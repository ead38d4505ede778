import type { Knex } from 'knex';
import { listItems } from '../../plugins/contacts-manager/server/src/repositories/operation-parts';
import { claimWork } from '../../plugins/contacts-manager/server/src/repositories/leases';
import { idRanges } from '../../plugins/contacts-manager/server/src/repositories/contact-sources';
import { resolvePredicate } from '../../plugins/contacts-manager/server/src/repositories/resolve-predicate';
import { filterSchema } from '../../plugins/contacts-manager/shared/filter';
import { fold } from '../../plugins/contacts-manager/shared/text';
import { addContacts } from '../factories/contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/** What keeps statements short where there are many contacts and changes, and what both databases say alike. */
let app: TestApp;
let client: Client;

beforeAll(async () => {
  app = await createApp();
  ({ client } = await app.signIn('contacts-manager'));
});
afterAll(() => app.close());

const isSqlite = () => app.client === 'sqlite';

async function rowsOf(sql: string, bindings: Knex.RawBinding[] = []): Promise<object[]> {
  const answer: object[] | { rows: object[] } = await app.knex.raw(sql, bindings);
  return Array.isArray(answer) ? answer : answer.rows;
}

/** Statements that were sent while `work` ran. */
async function statementsOf(work: () => Promise<unknown>): Promise<string[]> {
  const seen: string[] = [];
  const listen = ({ sql }: { sql: string }) => seen.push(sql);
  app.knex.on('query', listen);
  await work();
  app.knex.removeListener('query', listen);
  return seen;
}

it('looking for work reads running changes only', async () => {
  const [statement = ''] = (
    await statementsOf(() => claimWork(app.knex, 'contact_operations', 'running'))
  ).filter((sql) => sql.includes('fence + 1'));
  const explain = isSqlite() ? 'explain query plan' : 'explain';
  if (!isSqlite()) {
    // Of a table with few rows PostgreSQL reads all.
    await app.knex.raw(
      `insert into contact_operations (document_id, kind, state, lease_until)
       select 'x' || n, 'update', 'done', null from generate_series(1, 5000) n`,
    );
    await app.knex.raw('analyze contact_operations');
  }
  const plan = JSON.stringify(await rowsOf(`${explain} ${statement}`));
  expect(plan).toContain('contact_operations_running');
});

it('ranges are the narrower the more texts are read of each contact', async () => {
  const widthOf = async (texts: number, views: number) => {
    const plain = await resolvePredicate(app.knex, filterSchema.parse({}));
    const test = { kind: 'text-contains', key: 'town', text: 'pune' } as const;
    const fields = Array.from({ length: texts }, () => test);
    const view = { ...plain, fields };
    const predicate = { ...view, views: views ? Array.from({ length: views }, () => view) : null };
    const [first] = await idRanges(app.knex, predicate);
    return first && first.to - first.from;
  };
  expect(await widthOf(0, 0)).toBe(isSqlite() ? 25_000 : null);
  expect(await widthOf(1, 0)).toBe(isSqlite() ? 25_000 : null);
  expect(await widthOf(1, 4)).toBe(isSqlite() ? 5_000 : null);
});

describe('whom a change was made to', () => {
  const operation = { id: 900_000, applied: 3 };

  beforeAll(async () => {
    await addContacts(client, [{ name: 'Asha Rao' }, { name: 'Ben Okri' }, { name: 'Cara Diaz' }]);
    const ids: number[] = await app.knex('contacts').orderBy('id').pluck('id');
    await app
      .knex('contact_operation_items')
      .insert(
        ids.map((id) => ({ operation_id: operation.id, contact_id: id, number: 99, after: '{}' })),
      );
  });

  it('comes by pages, in order', async () => {
    const second = await listItems(app.knex, operation, { page: 2, pageSize: 2 });
    expect(second).toMatchObject({ items: [{ name: 'Cara Diaz' }], total: 3 });
    const first = await listItems(app.knex, operation, { page: 1, pageSize: 2 });
    expect(first.items.map(({ name }) => name)).toEqual(['Asha Rao', 'Ben Okri']);
  });

  it('is not counted again when they are many', async () => {
    const large = { ...operation, applied: 1_000_000 };
    const page = { page: 1, pageSize: 2 };
    const sent = await statementsOf(() => listItems(app.knex, large, page));
    expect(sent.filter((sql) => sql.includes('count('))).toEqual([]);
    expect((await listItems(app.knex, large, page)).total).toBe(1_000_000);
  });
});

it.each(['٣ rue', '۰۱۲ שרה', '１２', '𝟙𝟚', 'Ångström ९', 'plain'])(
  'the database folds %s as JavaScript does',
  async (text) => {
    const [row] = await rowsOf('select contacts_fold(?) as folded', [text]);
    expect(row).toEqual({ folded: fold(text) });
  },
);

it('the database knows all digits', async () => {
  const digits = Array.from({ length: 0x1_ffff }, (_, code) => String.fromCodePoint(code))
    .filter((char) => /\p{Nd}/u.test(char))
    .join('');
  const [row] = await rowsOf('select contacts_fold(?) as folded', [digits]);
  expect(row).toEqual({ folded: fold(digits) });
});
