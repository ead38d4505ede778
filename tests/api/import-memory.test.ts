import type { ColumnMapping } from '../../plugins/contacts-manager/shared/contracts/imports';
import { freshNumber } from '../factories/contacts';
import { defineField } from '../factories/custom-fields';
import { importsOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';

/** The columns that somebody chose are the guess for the next file with the same headers. */
let app: TestApp;
let owner: Client;
let manager: Client;
let imports: ReturnType<typeof importsOf>;

beforeAll(async () => {
  app = await createApp();
  owner = (await app.signIn('strapi-super-admin')).client;
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
});
afterAll(() => app.close());

const { undo } = directoryOf(() => manager);

/** One person, in columns that no word and no cell tells apart. */
const upload = (headers: string[]) => imports.review([headers.map(() => 'x')], {}, headers);
const guessOf = async (headers: string[]): Promise<ColumnMapping> => {
  const { id, state, mapping } = await upload(headers);
  expect(state).toBe('mapping');
  await imports.cancel(id).expect(200);
  return mapping;
};
/** Uploads, chooses columns and imports; the number stands in the column of the primary number. */
async function importOnce(headers: string[], mapping: ColumnMapping) {
  const cells = headers.map((_header, at) =>
    at === mapping.primaryContact ? freshNumber() : `Cell ${at}`,
  );
  const { id } = await imports.review([cells], {}, headers);
  await imports.map(id, mapping).expect(200);
  const review = await imports.settle(id);
  expect(review).toMatchObject({ state: 'review', counts: { create: 1 } });
  return {
    cancel: () => imports.cancel(id).expect(200),
    finish: () => imports.finish(id),
  };
}

it('is remembered once an import with it was made, whatever the order of the columns', async () => {
  const headers = ['Col one', 'Col two', 'Col three'];
  const mapping = { name: 1, primaryContact: 2, notes: 0 };
  await (await importOnce(headers, mapping)).cancel();
  expect(await guessOf(headers)).toEqual({});
  await (await importOnce(headers, mapping)).finish();
  expect(await guessOf(headers)).toEqual(mapping);
  const other = ['COL THREE', 'col-one', '', 'Col two '];
  expect(await guessOf(other)).toEqual({ name: 3, primaryContact: 0, notes: 1 });
  expect(await guessOf([...headers, 'Col four'])).toEqual({});
  await (await importOnce(headers, { name: 0, primaryContact: 2 })).finish();
  expect(await guessOf(headers)).toEqual({ name: 0, primaryContact: 2 });
});

it('is forgotten with an import that was taken back', async () => {
  const headers = ['Feld eins', 'Feld zwei'];
  const made = await (await importOnce(headers, { name: 0, primaryContact: 1 })).finish();
  await undo(made.operationId!);
  expect(await guessOf(headers)).toEqual({});
});

it('drops a custom field that is gone, and gives way to the label of a new one', async () => {
  const headers = ['First thing', 'Second thing', 'Third thing', 'Fourth thing'];
  const field = await defineField(owner, { label: 'Shoe size', type: 'text' });
  const column = `customFields.${field.key}` as const;
  const mapping = { name: 0, primaryContact: 1, [column]: 2, notes: 3 };
  await (await importOnce(headers, mapping)).finish();
  expect(await guessOf(headers)).toEqual(mapping);
  await owner.delete(`${ROOT}/custom-fields/${field.documentId}`).expect(200);
  expect(await guessOf(headers)).toEqual({ name: 0, primaryContact: 1, notes: 3 });
  const named = await defineField(owner, { label: 'Fourth thing', type: 'text' });
  expect(await guessOf(headers)).toEqual({
    name: 0,
    primaryContact: 1,
    [`customFields.${named.key}`]: 3,
  });
});

it("never asks about, nor guesses over, the template's own headers", async () => {
  const headers = ['Name', 'Phone', 'Mobile'];
  await (await importOnce(headers, { name: 1, primaryContact: 2 })).finish();
  expect(await guessOf(headers)).toEqual({ name: 0, primaryContact: 2 });
  const plain = await upload(['Name', 'Primary Contact']);
  expect(plain.state).toBe('review');
  await imports.cancel(plain.id).expect(200);
});
