import fs from 'node:fs';
import path from 'node:path';
import type { ImportRowsAnswer } from '../../plugins/contacts-manager/shared/contracts/import-rows';
import type { ImportView } from '../../plugins/contacts-manager/shared/contracts/imports';
import fixture from '../fixtures/import-10k.json';
import { importsOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

/**
 * Ten thousand rows as people have them: wrong numbers, repeats in the file, numbers that exist, numbers
 * that Excel keeps as numbers, groups nobody has made yet. The fixture says what must come of it.
 */
const WORKBOOK = path.join(__dirname, '..', 'fixtures', 'import-10k.xlsx');
const { before, expected, numberCells } = fixture;

let app: TestApp;
let manager: Client;
let imports: ReturnType<typeof importsOf>;
let review: ImportView;

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
  for (const name of before.groups) {
    await manager.post('/contacts-manager/groups', { name }).expect(201);
  }
  for (let start = 0; start < before.contacts.length; start += 100) {
    const contacts = before.contacts.slice(start, start + 100);
    await manager.post('/contacts-manager/contacts/batch', { contacts }).expect(201);
  }
  review = await upload();
});
afterAll(() => app.close());

const upload = async () => {
  const bytes = fs.readFileSync(WORKBOOK);
  return imports.settle(await imports.uploadBytes(bytes, 'import-10k.xlsx', fixture.options));
};
const contactsStored = async () => {
  const [row] = await app.knex('contacts').count('* as count');
  return Number(row?.count);
};

/** Over all pages of problem rows. */
async function countProblems(): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (let page = 1; ; page += 1) {
    const { body } = await manager
      .get(`/contacts-manager/imports/${review.id}/rows?decision=reject&page=${page}&pageSize=100`)
      .expect(200);
    const { results }: ImportRowsAnswer = body;
    if (results.length === 0) return counts;
    for (const { issues } of results) {
      for (const code of new Set(issues.map((issue) => issue.code))) {
        counts[code] = (counts[code] ?? 0) + 1;
      }
    }
  }
}

const namesOf = (names: { name: string; rows: number }[]) =>
  Object.fromEntries(names.map(({ name, rows }) => [name, rows]));

it('the review equals the expected counts', async () => {
  expect(review).toMatchObject({ state: 'review', counts: expected.counts });
  expect(await countProblems()).toEqual(expected.rejectByCode);
  expect({
    categories: namesOf(review.newNames.categories),
    groups: namesOf(review.newNames.groups),
  }).toEqual(expected.newNames);
  expect(await contactsStored()).toBe(before.contacts.length);
});

it('the result equals the review', async () => {
  const done = await imports.finish(review.id);
  expect(done).toMatchObject({
    state: 'done',
    counts: expected.counts,
    applied: { create: expected.counts.create, update: expected.counts.update, taken: 0 },
  });
  expect(await contactsStored()).toBe(before.contacts.length + expected.counts.create);
  const operation = await app
    .knex('contact_operations')
    .where({ document_id: done.operationId })
    .first();
  expect(operation).toMatchObject({
    kind: 'import',
    state: 'done',
    applied: expected.counts.create,
    skipped: expected.counts.total - expected.counts.create,
  });
  const items = await app.knex('contact_operation_items').where({ operation_id: operation.id });
  expect(items).toHaveLength(expected.counts.create);
});

it('numbers that the sheet keeps as numbers arrived whole', async () => {
  const phones = numberCells.map(({ primaryContact }) => primaryContact);
  const stored = await app.knex('contacts').whereIn('primary_contact', phones).select('id');
  expect(stored).toHaveLength(phones.length);
});

it('the same file again: 0 new, 0 updated', async () => {
  const again = await upload();
  expect(again.counts).toMatchObject({ total: expected.counts.total, create: 0, update: 0 });
});
