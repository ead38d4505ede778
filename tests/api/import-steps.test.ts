import fs from 'node:fs';
import os from 'node:os';
import { addContacts, addRecord, freshNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';
import { bytesOf } from '../helpers/download';

/** The way of an import: upload, columns, review, confirming, cancelling, what happens meanwhile, and who may. */
let app: TestApp;
let manager: Client;
let imports: ReturnType<typeof importsOf>;

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
});
afterAll(() => app.close());

const { find } = directoryOf(() => manager);
/** Parts of the uploaded file that the database still holds. */
const storedParts = async (id: string) =>
  app
    .knex('contact_import_files as f')
    .join('contact_imports as i', 'i.id', 'f.import_id')
    .where('i.document_id', id)
    .pluck('f.part');

describe('what changes between review and confirmation', () => {
  it('a number that somebody took is reported and never doubled; the other rows are imported', async () => {
    const [taken, takenAsSecondary, free] = [freshNumber(), freshNumber(), freshNumber()];
    const review = await imports.review([
      row({ name: 'Late', phone: taken }),
      row({ name: 'Later', phone: freshNumber(), secondary: takenAsSecondary }),
      row({ name: 'In time', phone: free }),
    ]);
    expect(review.counts.create).toBe(3);
    await addContacts(manager, [
      { name: 'First come', primaryContact: freshNumber(), secondaryContact: taken },
      { name: 'Also first', primaryContact: takenAsSecondary },
    ]);
    const done = await imports.finish(review.id);
    expect(done).toMatchObject({ state: 'done', applied: { create: 1, update: 0, taken: 2 } });
    expect(await find(free)).toMatchObject({ name: 'In time' });
    expect(await find(taken)).toMatchObject({ name: 'First come' });
    const rows = await imports.rows(review.id, '?state=taken');
    expect(rows.map(({ issues }) => issues)).toEqual([
      [
        {
          row: 2,
          field: 'primaryContact',
          code: 'phone.taken',
          value: taken,
          detail: 'First come',
        },
      ],
      [
        {
          row: 3,
          field: 'secondaryContact',
          code: 'phone.taken',
          value: takenAsSecondary,
          detail: 'Also first',
        },
      ],
    ]);
    const operation = await app
      .knex('contact_operations')
      .where({ document_id: done.operationId })
      .first('state', 'applied', 'skipped');
    expect(operation).toEqual({ state: 'done', applied: 1, skipped: 2 });
  });

  it('an update whose contact has another number by now is not made', async () => {
    const [number, moved] = [freshNumber(), freshNumber()];
    const [contact] = await addContacts(manager, [{ name: 'Mover', primaryContact: number }]);
    const review = await imports.review([row({ name: 'Changed', phone: number })], {
      existing: 'update',
    });
    await manager
      .put(`${ROOT}/contacts/${contact!.documentId}`, { primaryContact: moved })
      .expect(200);
    expect((await imports.finish(review.id)).applied).toEqual({ create: 0, update: 0, taken: 1 });
    expect(await find(moved)).toMatchObject({ name: 'Mover' });
    const [row2] = await imports.rows(review.id);
    expect(row2).toMatchObject({ state: 'taken', issues: [{ code: 'contact.not-found' }] });
  });

  it('a group that was deleted or renamed is there again, with its members', async () => {
    const [number, other] = [freshNumber(), freshNumber()];
    const gone = await addRecord(manager, 'groups', 'Gone soon');
    const renamed = await addRecord(manager, 'groups', 'Renamed soon');
    const review = await imports.review([
      row({ name: 'Member', phone: number, groups: 'gone soon' }),
      row({ name: 'Other', phone: other, groups: 'Renamed Soon' }),
    ]);
    await manager.delete(`${ROOT}/groups/${gone.documentId}`).expect(200);
    await manager.put(`${ROOT}/groups/${renamed.documentId}`, { name: 'Renamed' }).expect(200);
    await imports.finish(review.id);
    expect(await find(number)).toMatchObject({ groups: [{ name: 'Gone soon' }] });
    expect(await find(other)).toMatchObject({ groups: [{ name: 'Renamed soon' }] });
  });
});

describe('steps', () => {
  it('confirming twice, also at the same time, imports once', async () => {
    const review = await imports.review([row({ name: 'Once', phone: freshNumber() })]);
    const answers = await Promise.all(Array.from({ length: 5 }, () => imports.confirm(review.id)));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const done = await imports.settle(review.id);
    expect(done.applied).toEqual({ create: 1, update: 0, taken: 0 });
    const again = await imports.confirm(review.id).expect(200);
    expect(again.body).toEqual(done);
    const operations = await app.knex('contact_operations').where({ kind: 'import' });
    expect(
      operations.filter(({ params }) => JSON.stringify(params).includes(review.id)),
    ).toHaveLength(1);
  });

  it('what was on the button is confirmed, or nothing', async () => {
    const people = [freshNumber(), freshNumber()].map((phone) => row({ name: 'Asha', phone }));
    const { id } = await imports.review(people);
    await imports.correct(id, 2, { dropped: true }).expect(200);
    const { body } = await imports.confirm(id).send({ create: 2, update: 0 }).expect(400);
    expect(body.error.details.code).toBe('import.changed');
    expect((await imports.get(id).expect(200)).body).toMatchObject({ state: 'review' });
    await imports.confirm(id).send({ create: 1, update: 0 }).expect(200);
    expect(await imports.settle(id)).toMatchObject({ state: 'done', applied: { create: 1 } });
  });

  it('headers nobody knows are mapped by a person', async () => {
    const number = freshNumber();
    const review = await imports.review([['x', 'Kamau', number]], {}, ['Col A', 'Col B', 'Col C']);
    expect(review).toMatchObject({ state: 'mapping', headers: ['Col A', 'Col B', 'Col C'] });
    await imports.confirm(review.id).expect(400);
    await imports.map(review.id, { name: 1, primaryContact: 2 }).expect(200);
    const mapped = await imports.settle(review.id);
    expect(mapped).toMatchObject({ state: 'review', counts: { create: 1 } });
    await imports.map(review.id, { name: 0, primaryContact: 2 }).expect(400);
    await imports.finish(review.id);
    expect(await find(number)).toMatchObject({ name: 'Kamau' });
  });

  it('the mapping can come with the file', async () => {
    const number = freshNumber();
    const review = await imports.review(
      [['Wanjiru', number]],
      { mapping: JSON.stringify({ name: 0, primaryContact: 1 }) },
      ['Who', 'Where'],
    );
    expect(review).toMatchObject({ state: 'review', counts: { create: 1 } });
    await imports.cancel(review.id).expect(200);
  });

  it('a cancelled review imports nothing and cannot be confirmed', async () => {
    const number = freshNumber();
    const review = await imports.review([row({ name: 'Never', phone: number })]);
    const { body } = await imports.cancel(review.id).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) });
    await imports.cancel(review.id).expect(200);
    const refused = await imports.confirm(review.id).expect(400);
    expect(refused.body.error.details.code).toBe('import.state');
    expect(await find(number)).toBeUndefined();
    expect(await storedParts(review.id)).toEqual([]);
  });

  it('unknown names can make their rows problems', async () => {
    const review = await imports.review(
      [
        row({ name: 'A', phone: freshNumber(), category: 'Studnet' }),
        row({ name: 'B', phone: freshNumber() }),
      ],
      { unknownNames: 'reject' },
    );
    expect(review.counts).toMatchObject({ create: 1, reject: 1 });
    const [problem] = await imports.rows(review.id, '?decision=reject');
    expect(problem!.issues).toMatchObject([
      { row: 2, field: 'category', code: 'category.unknown' },
    ]);
    await imports.finish(review.id);
    expect(await app.knex('contact_categories').where({ name: 'Studnet' })).toEqual([]);
  });

  it('the country of the upload reads national numbers', async () => {
    const review = await imports.review([row({ name: 'National', phone: '98765 43210' })], {
      country: 'in',
    });
    expect(review).toMatchObject({ counts: { create: 1 }, options: { country: 'IN' } });
    await imports.finish(review.id);
    expect(await find('+919876543210')).toMatchObject({ name: 'National' });
  });
});

describe('reading the review', () => {
  it('pages through rows and imports, newest import first', async () => {
    const rows = Array.from({ length: 7 }, (_, index) =>
      row({ name: `Page ${index}`, phone: index % 2 ? 'x' : freshNumber() }),
    );
    const review = await imports.review(rows);
    const page = await manager
      .get(`${ROOT}/imports/${review.id}/rows?decision=create&page=2&pageSize=3`)
      .expect(200);
    expect(page.body.pagination).toEqual({ page: 2, pageSize: 3, total: 4 });
    expect(page.body.results.map((found: { row: number }) => found.row)).toEqual([8]);
    const list = await manager.get(`${ROOT}/imports?pageSize=1`).expect(200);
    expect(list.body.results[0]).toEqual(review);
    expect(list.body.pagination).toMatchObject({ page: 1, pageSize: 1 });
    await manager.get(`${ROOT}/imports?pageSize=1000`).expect(400);
    await manager.get(`${ROOT}/imports/nothing`).expect(404);
  });

  it('the template is a workbook that imports nothing as it is', async () => {
    const request = manager.get(`${ROOT}/imports/template`);
    const bytes = await bytesOf(
      request.expect(200).expect('content-disposition', /contacts-template\.xlsx/),
    );
    const id = await imports.uploadBytes(bytes, 'contacts-template.xlsx');
    expect(await imports.settle(id)).toMatchObject({
      state: 'failed',
      error: { code: 'file.no-rows' },
    });
  });
});

describe('files that cannot be imported', () => {
  const uploads = () =>
    fs.readdirSync(os.tmpdir()).filter((name) => /^([a-z0-9]{25}|contacts-import-.*)$/.test(name));
  /** A cancelled import is put away a moment after its answer. */
  const expectNoFiles = async () => {
    for (let tries = 0; tries < 100 && uploads().length > 0; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(uploads()).toEqual([]);
  };

  it('a request without a usable file is refused, and nothing of it is kept', async () => {
    const before = await app.knex('contact_imports').count();
    const missing = await manager.post(`${ROOT}/imports`).field('existing', 'skip').expect(400);
    expect(missing.body.error.details.code).toBe('file.missing');
    const post = () => manager.post(`${ROOT}/imports`).attach('file', Buffer.from('x'), 'x.csv');
    expect((await post().field('existing', 'maybe').expect(400)).body.error.details.code).toBe(
      'request.invalid',
    );
    expect(
      (await post().field('country', 'ZZ').expect(400)).body.error.details.errors,
    ).toMatchObject([{ path: ['country'], code: 'value.invalid' }]);
    await post().field('mapping', '{').expect(400);
    await post().attach('file', Buffer.from('y'), 'y.csv').expect(400);
    const agent = (await app.signIn('contacts-agent')).client;
    await agent.post(`${ROOT}/imports`).attach('file', Buffer.from('x'), 'x.csv').expect(403);
    expect(await app.knex('contact_imports').count()).toEqual(before);
    await expectNoFiles();
  });

  it('a file that is no list of contacts ends the import, and the file is not kept', async () => {
    const id = await imports.uploadBytes(Buffer.from('%PDF-1.7 no workbook'), 'list.xlsx');
    const failed = await imports.settle(id);
    expect(failed).toMatchObject({
      state: 'failed',
      error: { code: 'file.unsupported', message: expect.any(String) },
    });
    expect(await storedParts(id)).toEqual([]);
    await expectNoFiles();
  });

  it('texts a database cannot hold are stored without what it refuses', async () => {
    const number = freshNumber();
    const csv = `Name,Primary Contact,Notes\nZoë \u{1f469},${number},"a\\u0000b"\n`;
    const review = await imports.settle(await imports.uploadBytes(Buffer.from(csv), 'people.csv'));
    expect(review.counts).toMatchObject({ create: 1 });
    await imports.finish(review.id);
    expect(await find(number)).toMatchObject({ name: 'Zoë \u{1f469}', notes: 'a\\u0000b' });
  });
});

it('every import route asks for the right to import', async () => {
  const agent = (await app.signIn('contacts-agent')).client;
  await agent.get(`${ROOT}/imports`).expect(403);
  await agent.get(`${ROOT}/imports/template`).expect(403);
  for (const step of ['confirm', 'cancel', 'mapping']) {
    await agent.post(`${ROOT}/imports/any/${step}`, {}).expect(403);
  }
});
