import fs from 'node:fs';
import os from 'node:os';
import { addContacts, addRecord, phoneNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';

let app: TestApp;
let manager: Client;
let imports: ReturnType<typeof importsOf>;
let nextNumber = 0;

/** A number no other test uses. */
const phone = () => {
  nextNumber += 1;
  return phoneNumber(nextNumber);
};

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  imports = importsOf(manager);
});
afterAll(() => app.close());

const findByPhone = async (number: string) => {
  const { body } = await manager
    .get(`/contacts-manager/contacts?search=${encodeURIComponent(number)}`)
    .expect(200);
  return body.results[0];
};
/** Parts of the uploaded file that the database still holds. */
const storedParts = async (id: string) =>
  app
    .knex('contact_import_files as f')
    .join('contact_imports as i', 'i.id', 'f.import_id')
    .where('i.document_id', id)
    .pluck('f.part');
const lastItem = async (documentId: string) => {
  const item = await app
    .knex('contact_operation_items as i')
    .join('contacts as c', 'c.id', 'i.contact_id')
    .where('c.document_id', documentId)
    .orderBy('i.operation_id', 'desc')
    .first('i.before', 'i.after');
  return { before: JSON.parse(item.before), after: JSON.parse(item.after) };
};

describe('new contacts', () => {
  it('are written as the review says, with everything the file holds', async () => {
    const [first, second, third] = [phone(), phone(), phone()];
    const review = await imports.review([
      row({
        name: ' Asha Rao ',
        phone: first,
        category: 'student',
        secondary: second,
        email: 'Asha@Example.com',
        groups: 'Choir, "Pickup, North"',
        notes: 'met at the open day',
      }),
      row({ name: 'Łukasz', phone: third }),
      row({ name: 'Nobody', phone: '123' }),
    ]);
    expect(review).toMatchObject({
      state: 'review',
      progress: 1,
      fileName: 'people.xlsx',
      counts: { total: 3, create: 2, update: 0, unchanged: 0, skip: 0, reject: 1 },
      newNames: {
        categories: [],
        groups: expect.arrayContaining([
          { name: 'Choir', rows: 1 },
          { name: 'Pickup, North', rows: 1 },
        ]),
      },
      operationId: null,
    });

    const done = await imports.finish(review.id);
    expect(done).toMatchObject({
      state: 'done',
      progress: 1,
      counts: review.counts,
      applied: { create: 2, update: 0, taken: 0 },
    });
    expect(await findByPhone(first)).toMatchObject({
      name: 'Asha Rao',
      primaryContact: first,
      secondaryContact: second,
      email: 'asha@example.com',
      category: { name: 'Student' },
      groups: [{ name: 'Choir' }, { name: 'Pickup, North' }],
      notes: 'met at the open day',
      contactStatus: 'active',
      source: 'import',
    });
    expect(await findByPhone('lukasz')).toMatchObject({ name: 'Łukasz', primaryContact: third });
    const states = await imports.rows(review.id);
    expect(states.map(({ row: at, decision, state }) => [at, decision, state])).toEqual([
      [2, 'create', 'applied'],
      [3, 'create', 'applied'],
      [4, 'reject', 'planned'],
    ]);
  });

  it('have the history a contact has that was added by hand', async () => {
    const [imported, added] = [phone(), phone()];
    const category = await addRecord(manager, 'categories', 'History "quoted"');
    const groups = [
      await addRecord(manager, 'groups', 'B'),
      await addRecord(manager, 'groups', 'A'),
    ];
    const values = { email: 'h@example.com', notes: 'line\n"quoted" \\ and more' };
    const [byHand] = await addContacts(manager, [
      {
        name: 'History',
        primaryContact: added,
        category: category.documentId,
        groups: groups.map(({ documentId }) => documentId),
        ...values,
      },
    ]);
    const review = await imports.review([
      row({
        name: 'History',
        phone: imported,
        category: category.name,
        groups: 'B, A',
        ...values,
      }),
    ]);
    await imports.finish(review.id);

    const expected = await lastItem(byHand!.documentId);
    const { documentId } = await findByPhone(imported);
    expect(await lastItem(documentId)).toEqual({
      before: null,
      after: { ...expected.after, primaryContact: imported, source: 'import' },
    });
  });

  it('are all there already when the same file comes again', async () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      row({ name: `Again ${index}`, phone: phone(), groups: 'Repeaters' }),
    );
    await imports.finish((await imports.review(rows)).id);
    for (const existing of ['skip', 'update']) {
      const review = await imports.review(rows, { existing });
      const { create, update, unchanged, skip } = review.counts;
      expect({ create, update, known: unchanged + skip }).toEqual({
        create: 0,
        update: 0,
        known: 30,
      });
      const done = await imports.finish(review.id);
      expect(done).toMatchObject({ state: 'done', applied: { create: 0, update: 0, taken: 0 } });
    }
  });
});

describe('existing contacts', () => {
  it('are left alone unless the import is to update them', async () => {
    const number = phone();
    await addContacts(manager, [{ name: 'Old name', primaryContact: number }]);
    const review = await imports.review([row({ name: 'New name', phone: number })]);
    expect(review.counts).toMatchObject({ create: 0, update: 0, skip: 1 });
    await imports.finish(review.id);
    expect(await findByPhone(number)).toMatchObject({ name: 'Old name' });
  });

  it('are updated: blank never erases, groups are added behind the others', async () => {
    const [number, secondary] = [phone(), phone()];
    const old = await addRecord(manager, 'groups', 'Zebra');
    const category = await addRecord(manager, 'categories', 'Old category');
    await addContacts(manager, [
      {
        name: 'Meera',
        primaryContact: number,
        email: 'meera@example.com',
        notes: 'keep me',
        category: category.documentId,
        groups: [old.documentId],
      },
    ]);
    const review = await imports.review(
      [
        row({
          name: 'Meera Iyer',
          phone: number,
          secondary,
          category: 'New category',
          groups: 'Added',
        }),
      ],
      { existing: 'update' },
    );
    expect(review.counts).toMatchObject({ create: 0, update: 1 });
    const [planned] = await imports.rows(review.id);
    expect(planned!.changes.map(({ field }) => field).sort()).toEqual(
      ['category', 'groups', 'name', 'secondaryContact'].sort(),
    );
    const done = await imports.finish(review.id);
    expect(done.applied).toEqual({ create: 0, update: 1, taken: 0 });

    const contact = await findByPhone(secondary);
    expect(contact).toMatchObject({
      name: 'Meera Iyer',
      secondaryContact: secondary,
      email: 'meera@example.com',
      notes: 'keep me',
      category: { name: 'New category' },
      source: 'manual',
    });
    expect(contact.groups.map((group: { name: string }) => group.name).sort()).toEqual([
      'Added',
      'Zebra',
    ]);
    expect(await findByPhone('meera iyer')).toMatchObject({ documentId: contact.documentId });
    const { before, after } = await lastItem(contact.documentId);
    expect(before).toMatchObject({
      name: 'Meera',
      secondaryContact: null,
      category: { name: 'Old category' },
    });
    expect(after).toMatchObject({ name: 'Meera Iyer', secondaryContact: secondary });
    expect(after.groups.map((group: { name: string }) => group.name)).toEqual(['Added', 'Zebra']);
    expect(Object.keys(after).sort()).toEqual(['category', 'groups', 'name', 'secondaryContact']);
    const orders = await app
      .knex('contacts_groups_lnk as l')
      .join('contacts as c', 'c.id', 'l.contact_id')
      .where('c.document_id', contact.documentId)
      .orderBy('l.id')
      .pluck('l.group_ord');
    expect(orders.map(Number)).toEqual([1, 2]);
  });
});

describe('what changes between review and confirmation', () => {
  it('a number that somebody took is reported and never doubled; the other rows are imported', async () => {
    const [taken, takenAsSecondary, free] = [phone(), phone(), phone()];
    const review = await imports.review([
      row({ name: 'Late', phone: taken }),
      row({ name: 'Later', phone: phone(), secondary: takenAsSecondary }),
      row({ name: 'In time', phone: free }),
    ]);
    expect(review.counts.create).toBe(3);
    await addContacts(manager, [
      { name: 'First come', primaryContact: phone(), secondaryContact: taken },
      { name: 'Also first', primaryContact: takenAsSecondary },
    ]);
    const done = await imports.finish(review.id);
    expect(done).toMatchObject({ state: 'done', applied: { create: 1, update: 0, taken: 2 } });
    expect(await findByPhone(free)).toMatchObject({ name: 'In time' });
    expect(await findByPhone(taken)).toMatchObject({ name: 'First come' });
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
    const [number, moved] = [phone(), phone()];
    const [contact] = await addContacts(manager, [{ name: 'Mover', primaryContact: number }]);
    const review = await imports.review([row({ name: 'Changed', phone: number })], {
      existing: 'update',
    });
    await manager
      .put(`/contacts-manager/contacts/${contact!.documentId}`, { primaryContact: moved })
      .expect(200);
    expect((await imports.finish(review.id)).applied).toEqual({ create: 0, update: 0, taken: 1 });
    expect(await findByPhone(moved)).toMatchObject({ name: 'Mover' });
    const [row2] = await imports.rows(review.id);
    expect(row2).toMatchObject({ state: 'taken', issues: [{ code: 'contact.not-found' }] });
  });

  it('a group that was deleted or renamed is there again, with its members', async () => {
    const [number, other] = [phone(), phone()];
    const gone = await addRecord(manager, 'groups', 'Gone soon');
    const renamed = await addRecord(manager, 'groups', 'Renamed soon');
    const review = await imports.review([
      row({ name: 'Member', phone: number, groups: 'gone soon' }),
      row({ name: 'Other', phone: other, groups: 'Renamed Soon' }),
    ]);
    await manager.delete(`/contacts-manager/groups/${gone.documentId}`).expect(200);
    await manager
      .put(`/contacts-manager/groups/${renamed.documentId}`, { name: 'Renamed' })
      .expect(200);
    await imports.finish(review.id);
    expect(await findByPhone(number)).toMatchObject({ groups: [{ name: 'Gone soon' }] });
    expect(await findByPhone(other)).toMatchObject({ groups: [{ name: 'Renamed soon' }] });
  });
});

describe('steps', () => {
  it('confirming twice, also at the same time, imports once', async () => {
    const review = await imports.review([row({ name: 'Once', phone: phone() })]);
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

  it('headers nobody knows are mapped by a person', async () => {
    const number = phone();
    const review = await imports.review([['x', 'Kamau', number]], {}, ['Col A', 'Col B', 'Col C']);
    expect(review).toMatchObject({ state: 'mapping', headers: ['Col A', 'Col B', 'Col C'] });
    await imports.confirm(review.id).expect(400);
    await imports.map(review.id, { name: 1, primaryContact: 2 }).expect(200);
    const mapped = await imports.settle(review.id);
    expect(mapped).toMatchObject({ state: 'review', counts: { create: 1 } });
    await imports.map(review.id, { name: 0, primaryContact: 2 }).expect(400);
    await imports.finish(review.id);
    expect(await findByPhone(number)).toMatchObject({ name: 'Kamau' });
  });

  it('the mapping can come with the file', async () => {
    const number = phone();
    const review = await imports.review(
      [['Wanjiru', number]],
      { mapping: JSON.stringify({ name: 0, primaryContact: 1 }) },
      ['Who', 'Where'],
    );
    expect(review).toMatchObject({ state: 'review', counts: { create: 1 } });
    await imports.cancel(review.id).expect(200);
  });

  it('a cancelled review imports nothing and cannot be confirmed', async () => {
    const number = phone();
    const review = await imports.review([row({ name: 'Never', phone: number })]);
    const { body } = await imports.cancel(review.id).expect(200);
    expect(body).toMatchObject({ state: 'cancelled', finishedAt: expect.any(String) });
    await imports.cancel(review.id).expect(200);
    const refused = await imports.confirm(review.id).expect(400);
    expect(refused.body.error.details.code).toBe('import.state');
    expect(await findByPhone(number)).toBeUndefined();
    expect(await storedParts(review.id)).toEqual([]);
  });

  it('unknown names can make their rows problems', async () => {
    const review = await imports.review(
      [row({ name: 'A', phone: phone(), category: 'Studnet' }), row({ name: 'B', phone: phone() })],
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
    expect(await findByPhone('+919876543210')).toMatchObject({ name: 'National' });
  });
});

describe('reading the review', () => {
  it('pages through rows and imports, newest import first', async () => {
    const rows = Array.from({ length: 7 }, (_, index) =>
      row({ name: `Page ${index}`, phone: index % 2 ? 'x' : phone() }),
    );
    const review = await imports.review(rows);
    const page = await manager
      .get(`/contacts-manager/imports/${review.id}/rows?decision=create&page=2&pageSize=3`)
      .expect(200);
    expect(page.body.pagination).toEqual({ page: 2, pageSize: 3, total: 4 });
    expect(page.body.results.map((found: { row: number }) => found.row)).toEqual([8]);
    const list = await manager.get('/contacts-manager/imports?pageSize=1').expect(200);
    expect(list.body.results[0]).toEqual(review);
    expect(list.body.pagination).toMatchObject({ page: 1, pageSize: 1 });
    await manager.get('/contacts-manager/imports?pageSize=1000').expect(400);
    await manager.get('/contacts-manager/imports/nothing').expect(404);
  });

  it('the template is a workbook that imports nothing as it is', async () => {
    const answer = await manager
      .get('/contacts-manager/imports/template')
      .expect(200)
      .buffer(true)
      .parse((response, done) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () => done(null, Buffer.concat(pieces)));
      });
    expect(answer.headers['content-disposition']).toContain('contacts-template.xlsx');
    const id = await imports.uploadBytes(answer.body, 'contacts-template.xlsx');
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
    const missing = await manager
      .post('/contacts-manager/imports')
      .field('existing', 'skip')
      .expect(400);
    expect(missing.body.error.details.code).toBe('file.missing');
    const post = () =>
      manager.post('/contacts-manager/imports').attach('file', Buffer.from('x'), 'x.csv');
    expect((await post().field('existing', 'maybe').expect(400)).body.error.details.code).toBe(
      'request.invalid',
    );
    expect(
      (await post().field('country', 'ZZ').expect(400)).body.error.details.errors,
    ).toMatchObject([{ path: ['country'], code: 'value.invalid' }]);
    await post().field('mapping', '{').expect(400);
    await post().attach('file', Buffer.from('y'), 'y.csv').expect(400);
    const agent = (await app.signIn('contacts-agent')).client;
    await agent
      .post('/contacts-manager/imports')
      .attach('file', Buffer.from('x'), 'x.csv')
      .expect(403);
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
    const number = phone();
    const csv = `Name,Primary Contact,Notes\nZoë \u{1f469},${number},"a\\u0000b"\n`;
    const review = await imports.settle(await imports.uploadBytes(Buffer.from(csv), 'people.csv'));
    expect(review.counts).toMatchObject({ create: 1 });
    await imports.finish(review.id);
    expect(await findByPhone(number)).toMatchObject({ name: 'Zoë \u{1f469}', notes: 'a\\u0000b' });
  });
});

it('what an import makes, forms and applications can use', async () => {
  const groups = Array.from({ length: 12 }, (_, index) => `Usable ${index}`);
  const review = await imports.review([
    row({ name: 'Usable', phone: phone(), groups: groups.join(', '), category: 'Usable' }),
  ]);
  await imports.finish(review.id);
  const listed = await manager.get('/contacts-manager/groups?search=Usable').expect(200);
  const ids = listed.body.results.map(({ documentId }: { documentId: string }) => documentId);
  expect(ids).toHaveLength(12);
  const categories = await manager.get('/contacts-manager/categories?search=Usable').expect(200);
  const body = { name: 'User', primaryContact: phone(), groups: ids };
  await manager
    .post('/contacts-manager/contacts', {
      ...body,
      category: categories.body.results[0].documentId,
    })
    .expect(201);
});

it('every import route asks for the right to import', async () => {
  const agent = (await app.signIn('contacts-agent')).client;
  await agent.get('/contacts-manager/imports').expect(403);
  await agent.get('/contacts-manager/imports/template').expect(403);
  for (const step of ['confirm', 'cancel', 'mapping']) {
    await agent.post(`/contacts-manager/imports/any/${step}`, {}).expect(403);
  }
});
