import { freshNumber } from '../factories/contacts';
import { importsOf, row, workbookOf } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { ROOT } from '../helpers/directory';
import { bytesOf } from '../helpers/download';

/** What the list of imports tells afterwards: who, which file, how long it took, and the file itself. */
let app: TestApp;
let manager: Client;
let imports: ReturnType<typeof importsOf>;

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
});
afterAll(() => app.close());

const fileOf = (id: string, client = manager) => client.get(`${ROOT}/imports/${id}/file`);
/** Names of files travel as UTF-8 beside a plain one. */
const NAME = 'Müller & “Söhne” 客户.xlsx';

it('gives the uploaded file back byte for byte, under its name, before and after the import', async () => {
  const bytes = await workbookOf([row({ name: 'Kept', phone: freshNumber() })]);
  const id = await imports.uploadBytes(bytes, NAME);
  expect(await imports.settle(id)).toMatchObject({ state: 'review', hasFile: true });
  expect(await bytesOf(fileOf(id).expect(200))).toEqual(bytes);

  await imports.finish(id);
  const answer = await fileOf(id).expect(200);
  expect(answer.headers['content-type']).toBe('application/octet-stream');
  expect(decodeURIComponent(answer.headers['content-disposition'] ?? '')).toContain(NAME);
  expect(await bytesOf(fileOf(id))).toEqual(bytes);
  const { body } = await manager.get(`${ROOT}/imports`).expect(200);
  expect(body.results[0]).toMatchObject({ id, fileName: NAME, hasFile: true });
});

it('keeps no file of an import that failed or was cancelled', async () => {
  const failed = await imports.settle(await imports.uploadBytes(Buffer.from('PK'), 'broken.xlsx'));
  const review = await imports.review([row({ name: 'Never', phone: freshNumber() })]);
  await imports.cancel(review.id).expect(200);
  for (const id of [failed.id, review.id]) {
    expect((await imports.get(id)).body.hasFile).toBe(false);
    const { body } = await fileOf(id).expect(400);
    expect(body.error.details.code).toBe('import.file-gone');
  }
  await fileOf('nobodys').expect(404);
});

it('is for those who may import', async () => {
  const agent = (await app.signIn('contacts-agent')).client;
  const review = await imports.review([row({ name: 'Secret', phone: freshNumber() })]);
  await fileOf(review.id, agent).expect(403);
});

it('counts the time of its steps, not that of whoever looks at the review', async () => {
  const review = await imports.review([row({ name: 'Timed', phone: freshNumber() })]);
  expect(review.workMs).toBeGreaterThan(0);
  const hour = 60 * 60_000;
  await app.knex('contact_imports').where({ document_id: review.id }).increment('work_ms', hour);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  const confirmed = Date.now();
  const done = await imports.finish(review.id);
  const added = done.workMs - review.workMs - hour;
  expect(added).toBeGreaterThan(0);
  expect(added).toBeLessThanOrEqual(Date.now() - confirmed + 50);
});
