import { addContacts, addRecord, freshNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf, ROOT } from '../helpers/directory';

/** What an import writes. */
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
    const [first, second, third] = [freshNumber(), freshNumber(), freshNumber()];
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
    expect(await find(first)).toMatchObject({
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
    expect(await find('lukasz')).toMatchObject({ name: 'Łukasz', primaryContact: third });
    const states = await imports.rows(review.id);
    expect(states.map(({ row: at, decision, state }) => [at, decision, state])).toEqual([
      [2, 'create', 'applied'],
      [3, 'create', 'applied'],
      [4, 'reject', 'planned'],
    ]);
  });

  it('have the history a contact has that was added by hand', async () => {
    const [imported, added] = [freshNumber(), freshNumber()];
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
    const { documentId } = await find(imported);
    expect(await lastItem(documentId)).toEqual({
      before: null,
      after: { ...expected.after, primaryContact: imported, source: 'import' },
    });
  });

  it('are all there already when the same file comes again', async () => {
    const rows = Array.from({ length: 30 }, (_, index) =>
      row({ name: `Again ${index}`, phone: freshNumber(), groups: 'Repeaters' }),
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
    const number = freshNumber();
    await addContacts(manager, [{ name: 'Old name', primaryContact: number }]);
    const review = await imports.review([row({ name: 'New name', phone: number })]);
    expect(review.counts).toMatchObject({ create: 0, update: 0, skip: 1 });
    await imports.finish(review.id);
    expect(await find(number)).toMatchObject({ name: 'Old name' });
  });

  it('are updated: blank never erases, groups are added behind the others', async () => {
    const [number, secondary] = [freshNumber(), freshNumber()];
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

    const contact = await find(secondary);
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
    expect(await find('meera iyer')).toMatchObject({ documentId: contact.documentId });
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

it('what an import makes, forms and applications can use', async () => {
  const groups = Array.from({ length: 12 }, (_, index) => `Usable ${index}`);
  const review = await imports.review([
    row({ name: 'Usable', phone: freshNumber(), groups: groups.join(', '), category: 'Usable' }),
  ]);
  await imports.finish(review.id);
  const listed = await manager.get(`${ROOT}/groups?search=Usable`).expect(200);
  const ids = listed.body.results.map(({ documentId }: { documentId: string }) => documentId);
  expect(ids).toHaveLength(12);
  const categories = await manager.get(`${ROOT}/categories?search=Usable`).expect(200);
  const body = { name: 'User', primaryContact: freshNumber(), groups: ids };
  await manager
    .post(`${ROOT}/contacts`, {
      ...body,
      category: categories.body.results[0].documentId,
    })
    .expect(201);
});

it('the review says what each number was read as, where the cell spells it in another way', async () => {
  const number = freshNumber();
  const review = await imports.review([
    row({ name: 'Spelled', phone: `00${number.slice(1, 3)} ${number.slice(3)}` }),
    row({ name: 'Plain', phone: freshNumber(), secondary: `tel:${freshNumber()}` }),
    row({ name: 'None', phone: 'none' }),
  ]);
  const [spelled, plain, none] = await imports.rows(review.id);
  expect(spelled?.readAs).toEqual({ primaryContact: number });
  expect(plain?.readAs).toEqual({ secondaryContact: plain?.cells.secondaryContact?.slice(4) });
  expect(none?.readAs).toBeUndefined();
});
