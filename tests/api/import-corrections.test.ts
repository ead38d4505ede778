import type { ReplaceAnswer } from '../../plugins/contacts-manager/shared/contracts/import-rows';
import { addContacts, addRecord, freshNumber } from '../factories/contacts';
import { importsOf, row } from '../factories/imports';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf } from '../helpers/directory';
import { bytesOf } from '../helpers/download';

/** Rows corrected in place, left out, replaced in, and taken away as a workbook. */
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

describe('a corrected row', () => {
  it('is checked again at once, against the directory and the file, and imported as it is then', async () => {
    const [taken, first, free] = [freshNumber(), freshNumber(), freshNumber()];
    await addContacts(manager, [{ name: 'Owner of it', primaryContact: taken }]);
    const { id } = await imports.review(
      [row({ name: 'First', phone: first }), row({ name: 'Second', phone: '12' })],
      { existing: 'update' },
    );
    const repeated = await imports.correct(id, 3, { cells: { primaryContact: first } }).expect(200);
    expect(repeated.body.row).toMatchObject({
      decision: 'reject',
      issues: [{ row: 3, field: 'primaryContact', code: 'phone.repeated', detail: '2' }],
    });
    const matched = await imports.correct(id, 3, { cells: { primaryContact: taken } }).expect(200);
    expect(matched.body).toMatchObject({
      row: {
        decision: 'update',
        changes: [{ field: 'name', before: 'Owner of it', after: 'Second' }],
      },
      import: { counts: { total: 2, create: 1, update: 1, reject: 0 } },
    });
    const fresh = await imports.correct(id, 3, { cells: { primaryContact: ` ${free} ` } });
    expect(fresh.body).toMatchObject({
      row: { decision: 'create', issues: [], changes: [] },
      import: { counts: { total: 2, create: 2, update: 0 } },
    });
    expect(await imports.finish(id)).toMatchObject({ applied: { create: 2, update: 0, taken: 0 } });
    expect(await find(free)).toMatchObject({ name: 'Second' });
    expect(await find(taken)).toMatchObject({ name: 'Owner of it' });
  });

  it('gives its number to the row that waited for it', async () => {
    const [number, other] = [freshNumber(), freshNumber()];
    const { id, counts } = await imports.review([
      row({ name: 'Holder', phone: number }),
      row({ name: 'Waiting', phone: number }),
      row({ name: 'Waiting, too', phone: number }),
    ]);
    expect(counts).toMatchObject({ create: 1, reject: 2 });
    const { body } = await imports.correct(id, 2, { cells: { primaryContact: other } }).expect(200);
    expect(body.import.counts).toMatchObject({ create: 2, reject: 1 });
    const rows = await imports.rows(id);
    expect(rows.map(({ decision }) => decision)).toEqual(['create', 'create', 'reject']);
    expect(rows[2]?.issues).toMatchObject([{ code: 'phone.repeated', detail: '3' }]);
  });

  it('frees a number that tens of thousands of rows wait for', async () => {
    const rows = 33_000;
    const line = `Somebody,${freshNumber()}\n`;
    const file = Buffer.from(`Name,Primary Contact\n${line.repeat(rows)}`);
    const { id } = await imports.settle(await imports.uploadBytes(file, 'people.csv'));
    const { body } = await imports.correct(id, 2, { cells: { primaryContact: freshNumber() } });
    expect(body.import.counts).toMatchObject({ total: rows, create: 2, reject: rows - 2 });
    await imports.cancel(id).expect(200);
  });

  it('can lose cells, gain cells that the file has no column for, and stay a problem', async () => {
    const number = freshNumber();
    const { id } = await imports.review([['Only', number]], {}, ['Name', 'Primary Contact']);
    const { body } = await imports
      .correct(id, 2, { cells: { name: ' ', email: 'Only@Example.com', groups: 'Choir of one' } })
      .expect(200);
    expect(body.row).toMatchObject({
      decision: 'reject',
      cells: { primaryContact: number, email: 'Only@Example.com' },
      issues: [{ field: 'name', code: 'name.invalid' }],
    });
    await imports.correct(id, 2, { cells: { name: 'Only' } }).expect(200);
    await imports.finish(id);
    expect(await find(number)).toMatchObject({
      email: 'only@example.com',
      groups: [{ name: 'Choir of one' }],
    });
  });

  it('is refused outside the review, with wrong cells, and where there is no row', async () => {
    const { id } = await imports.review([row({ name: 'Somebody', phone: freshNumber() })]);
    await imports.correct(id, 9, { cells: { name: 'x' } }).expect(404);
    await imports.correct(id, 0, { cells: { name: 'x' } }).expect(404);
    await imports.correct(id, 2, {}).expect(400);
    await imports.correct(id, 2, { cells: { contactStatus: 'blocked' } }).expect(400);
    await imports.finish(id);
    const { body } = await imports.correct(id, 2, { cells: { name: 'x' } }).expect(400);
    expect(body.error.details.code).toBe('import.state');
    const agent = (await app.signIn('contacts-agent')).client;
    await agent.patch(`/contacts-manager/imports/${id}/rows/2`, { dropped: true }).expect(403);
  });
});

describe('a row that is left out', () => {
  it('is counted apart, is not imported, frees its number, and can be taken in again', async () => {
    const number = freshNumber();
    const { id } = await imports.review([
      row({ name: 'Left out', phone: number, groups: 'Never made' }),
      row({ name: 'Second choice', phone: number }),
    ]);
    const out = await imports.correct(id, 2, { dropped: true }).expect(200);
    expect(out.body.import).toMatchObject({
      counts: { total: 2, create: 1, reject: 0 },
      dropped: 1,
      newNames: { groups: [] },
    });
    const back = await imports.correct(id, 2, { dropped: false }).expect(200);
    expect(back.body).toMatchObject({
      row: { decision: 'reject', issues: [{ code: 'phone.repeated', detail: '3' }] },
      import: { dropped: 0, counts: { create: 1, reject: 1 } },
    });
    await imports.correct(id, 2, { dropped: true }).expect(200);
    expect(await imports.finish(id)).toMatchObject({ applied: { create: 1 } });
    expect(await find(number)).toMatchObject({ name: 'Second choice' });
    const { body } = await manager.get('/contacts-manager/groups').expect(200);
    const names = body.results.map(({ name }: { name: string }) => name);
    expect(names).not.toContain('Never made');
  });
});

describe('find and replace', () => {
  it('corrects a column in steps, and says where to go on', async () => {
    const numbers = Array.from({ length: 1_200 }, freshNumber);
    const { id, counts } = await imports.review(
      numbers.map((number, index) =>
        row({ name: `Person ${index}`, phone: number.replace(/^\+(.)(.)/, '+$1x$2') }),
      ),
    );
    expect(counts).toMatchObject({ create: 0, reject: 1_200 });
    const replaceFrom = async (row: number) => {
      const replacement = { field: 'primaryContact', find: 'X', replace: '', after: row };
      return (await imports.replace(id, replacement).expect(200)).body;
    };
    let changed = 0;
    let requests = 0;
    let after: number | null = 0;
    while (after !== null) {
      const body: ReplaceAnswer = await replaceFrom(after);
      changed += body.changed;
      after = body.next;
      requests += 1;
    }
    expect(changed).toBe(1_200);
    expect(requests).toBe(3);
    expect(await imports.settle(id)).toMatchObject({ counts: { create: 1_200, reject: 0 } });
    await imports.cancel(id).expect(200);
  });

  it('keeps corrected rows in the list they were found in, for whoever goes on behind them', async () => {
    const bad = Array.from({ length: 4 }, () => row({ name: 'Bad', phone: '12' }));
    const { id } = await imports.review([row({ name: 'Good', phone: freshNumber() }), ...bad]);
    await imports.correct(id, 3, { cells: { primaryContact: freshNumber() } }).expect(200);
    const at = async (query: string) =>
      (await imports.rows(id, `?decision=reject&${query}`)).map((each) => each.row);
    expect(await at('pageSize=2')).toEqual([4, 5]);
    expect(await at('pageSize=2&keep=3')).toEqual([3, 4]);
    expect(await at('pageSize=2&page=2&keep=3,4')).toEqual([5, 6]);
    const url = `/contacts-manager/imports/${id}/rows?decision=reject&keep=`;
    await manager.get(`${url}3;drop`).expect(400);
    await imports.cancel(id).expect(200);
  });

  it('lists so many new names as one can look through, first those near one that exists', async () => {
    await addRecord(manager, 'groups', 'Morning course');
    const own = Array.from({ length: 600 }, (_, index) => `Own ${index}`);
    const names = [...own.slice(0, 99), 'Mornng course', ...own.slice(99)];
    const { id, newNames, newNameCounts } = await imports.review(
      names.map((groups) => row({ name: 'Named', phone: freshNumber(), groups })),
    );
    expect(newNameCounts).toEqual({ categories: 0, groups: 601 });
    expect(newNames.groups).toHaveLength(500);
    expect(newNames.groups[0]).toEqual({ name: 'Mornng course', rows: 1, near: 'Morning course' });
    await imports.cancel(id).expect(200);
  });

  it('puts a category or group in the place of a misspelled one, which is then not created', async () => {
    await addRecord(manager, 'groups', 'Evening course');
    const { id, newNames } = await imports.review([
      row({
        name: 'A',
        phone: freshNumber(),
        category: 'Studnet',
        groups: 'Evning course, Choir 7',
      }),
      row({ name: 'B', phone: freshNumber(), category: 'studnet' }),
    ]);
    expect(newNames).toEqual({
      categories: [{ name: 'Studnet', rows: 2, near: 'Student' }],
      groups: expect.arrayContaining([
        { name: 'Evning course', rows: 1, near: 'Evening course' },
        { name: 'Choir 7', rows: 1 },
      ]),
    });
    await imports
      .replace(id, { field: 'category', find: 'Studnet', replace: 'Student', as: 'name' })
      .expect(200);
    const { body } = await imports
      .replace(id, {
        field: 'groups',
        find: 'Evning course',
        replace: 'Evening course',
        as: 'name',
      })
      .expect(200);
    expect(body.import.newNames).toEqual({
      categories: [],
      groups: [{ name: 'Choir 7', rows: 1 }],
    });
    const rows = await imports.rows(id);
    expect(rows[0]?.cells.groups).toBe('Evening course, Choir 7');
    await imports.finish(id);
    const { body: categories } = await manager.get('/contacts-manager/categories').expect(200);
    expect(JSON.stringify(categories)).not.toContain('tudnet');
  });

  it('is refused for a name in a column that has none', async () => {
    const { id } = await imports.review([row({ name: 'A', phone: freshNumber() })]);
    await imports.replace(id, { field: 'email', find: 'a', replace: 'b', as: 'name' }).expect(400);
    await imports.replace(id, { field: 'nothing', find: 'a', replace: 'b' }).expect(400);
  });
});

describe('the workbook of problem rows', () => {
  it('has the template’s columns and the reasons, and finishes the job once it is corrected', async () => {
    const [good, other] = [freshNumber(), freshNumber()];
    const { id } = await imports.review([
      row({ name: 'Good', phone: good }),
      row({ name: '=Bad', phone: '12', notes: 'keep me' }),
    ]);
    await imports.finish(id);
    const response = manager.get(`/contacts-manager/imports/${id}/problems.xlsx`).expect(200);
    const workbook = await bytesOf(response);
    const second = await imports.settle(await imports.uploadBytes(workbook, 'problems.xlsx'));
    expect(second).toMatchObject({ state: 'review', counts: { total: 1, reject: 1 } });
    expect(second.headers.at(-1)).toBe('Problem');
    const [problem] = await imports.rows(second.id);
    expect(problem?.cells).toEqual({ name: '=Bad', primaryContact: '12', notes: 'keep me' });
    await imports.correct(second.id, 2, { cells: { primaryContact: other } }).expect(200);
    await imports.finish(second.id);
    expect(await find(other)).toMatchObject({ name: '=Bad', notes: 'keep me' });
  });

  it('has numbers as they were read, and of a cell what a workbook can hold', async () => {
    const phone = freshNumber();
    const notes = 'n'.repeat(40_000);
    const csv = Buffer.from(
      `Name,Primary Contact,Notes\nAsha,${phone.slice('+91'.length)},${notes}\n`,
    );
    const { id } = await imports.settle(
      await imports.uploadBytes(csv, 'long.csv', { country: 'IN' }),
    );
    const workbook = await bytesOf(
      manager.get(`/contacts-manager/imports/${id}/problems.xlsx`).expect(200),
    );
    const second = await imports.settle(await imports.uploadBytes(workbook, 'problems.xlsx'));
    const [problem] = await imports.rows(second.id);
    expect(problem?.cells).toMatchObject({ primaryContact: phone });
    expect(problem?.cells.notes).toMatch(/^n{32765}…$/);
    expect(problem?.issues).toMatchObject([{ field: 'notes', code: 'notes.invalid' }]);
  });

  it('names no owner to somebody who may not read contacts', async () => {
    const taken = freshNumber();
    await addContacts(manager, [{ name: 'Secret Owner', primaryContact: taken }]);
    const importer = (await app.signIn(['import'])).client;
    const { id } = await importsOf(importer).review([
      row({ name: 'New', phone: freshNumber(), secondary: taken }),
    ]);
    const told = JSON.stringify(await importsOf(importer).rows(id));
    expect(told).toContain('phone.taken');
    expect(told).not.toContain('Secret Owner');
    const [own] = await imports.rows(id);
    expect(own?.issues).toMatchObject([{ detail: 'Secret Owner' }]);
  });
});

describe('an import that is done', () => {
  it('can be taken back at its own address, and says so', async () => {
    const number = freshNumber();
    const { id } = await imports.review([row({ name: 'Not for long', phone: number })]);
    await manager.post(`/contacts-manager/imports/${id}/undo`).expect(400);
    await imports.finish(id);
    const { body } = await manager.post(`/contacts-manager/imports/${id}/undo`).expect(200);
    expect(body).toMatchObject({ applied: 1, skippedCount: 0 });
    expect(await imports.settle(id)).toMatchObject({ state: 'undone' });
    expect(await find(number)).toBeUndefined();
    await manager.post(`/contacts-manager/imports/${id}/undo`).expect(400);
    const { body: listed } = await manager.get('/contacts-manager/imports').expect(200);
    expect(listed.results[0]).toMatchObject({ id, state: 'undone' });
  });
});
