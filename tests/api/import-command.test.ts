import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { importOptions } from '../../plugins/contacts-manager/shared/contracts/imports';
import { readImportCommand, USAGE } from '../../scripts/lib/import-options.mjs';
import { inRoot } from '../../scripts/lib/project.mjs';
import { addContacts, addRecord, freshNumber } from '../factories/contacts';
import { createApp, type TestApp } from '../helpers/app';
import type { Client } from '../helpers/client';
import { directoryOf } from '../helpers/directory';

/** `npm run import`, beside a server that is running on the same database. */
let app: TestApp;
let manager: Client;
let folder: string;

beforeAll(async () => {
  app = await createApp();
  manager = (await app.signIn('contacts-manager')).client;
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'import-command-'));
});
afterAll(() => app.close());

const { find } = directoryOf(() => manager);

const HEADERS = 'Name,Category,Primary Contact,Secondary Contact,Email,Groups,Notes';
function fileOf(name: string, ...lines: string[]): string {
  fs.writeFileSync(path.join(folder, name), [HEADERS, ...lines].join('\r\n'));
  return name;
}

/** In the folder of the files, with the settings of the running server. */
const run = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((resolve) => {
    const command = [inRoot('scripts', 'import.mjs'), ...args];
    // The variables of this realm are a copy, which a child does not inherit by itself.
    const options = { cwd: folder, env: { ...process.env, npm_lifecycle_event: '' } };
    execFile(process.execPath, command, options, (error, out, err) => {
      resolve({ code: error ? Number(error.code) : 0, out, err });
    });
  });
const local = (phone: string) => phone.slice('+91'.length);
const lastImport = () => app.knex('contact_imports').orderBy('id', 'desc').first();

test('imports a file, and lists the rows that have a problem', async () => {
  const [known, fresh] = [freshNumber(), freshNumber()];
  await addContacts(manager, [{ name: 'Old Name', primaryContact: known, notes: 'kept' }]);
  const file = fileOf(
    'people.csv',
    `New Name,,${known},,,,`,
    `Asha Rao,,${local(fresh)},,asha@example.com,,"two\nlines"`,
    'Nobody,,12,,,,',
    `Ben,,${freshNumber()},,,No such group,`,
  );
  const { code, out, err } = await run(
    file,
    ...['--existing=update', '--unknown-names=reject', '--country=IN', '--yes'],
  );
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toMatch(/1 new\n.*1 to be updated\n.*2 with a problem/);
  expect(out).toContain('Unknown groups: No such group');
  expect(out).toMatch(/Row 4, primaryContact: "12" phone\.\S+ .*number/);
  expect(out).toContain('Row 5, groups: "No such group" group.unknown. This group does not exist.');
  expect(out).toContain('1 added, 1 updated.');
  expect(await find(known)).toMatchObject({ name: 'New Name', notes: 'kept' });
  expect(await find(fresh)).toMatchObject({ name: 'Asha Rao', notes: 'two\nlines' });
  expect(await lastImport()).toMatchObject({ state: 'done', actor_type: 'system' });
});

test('puts everyone into groups, gives a category to people without one, and archives', async () => {
  const [first, second] = [freshNumber(), freshNumber()];
  await addRecord(manager, 'groups', 'Pickup, North');
  await addRecord(manager, 'groups', 'Spring');
  const file = fileOf('added.csv', `Asha,,${first},,,,`, `Ben,Lead,${second},,,,`);
  const named = ['--groups="pickup, north", Spring', '--category=student', '--archived'];
  const { code, out, err } = await run(file, ...named, '--yes');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Everyone is added to: Pickup, North, Spring');
  expect(out).toContain('Category of people without one: Student');
  const added = await find(first);
  expect(added).toMatchObject({ contactStatus: 'archived', category: { name: 'Student' } });
  expect(added.groups.map(({ name }: { name: string }) => name)).toEqual([
    'Pickup, North',
    'Spring',
  ]);
  expect(await find(second)).toMatchObject({ category: { name: 'Lead' } });
  const unknown = await run(file, '--groups=Sprnig', '--yes');
  expect(unknown).toMatchObject({ code: 1, err: expect.stringContaining('no group "Sprnig"') });
});

test('says which columns to name, and which country numbers seem to be of', async () => {
  const [first, second] = [freshNumber(), freshNumber()];
  const lines = ['Handle,Person', `${first},Asha`, `${local(second)},Ben`];
  fs.writeFileSync(path.join(folder, 'odd.csv'), lines.join('\n'));
  const unclear = await run('odd.csv', '--yes');
  expect(unclear).toMatchObject({ code: 1, out: expect.stringContaining('--columns') });
  const columns = '--columns=name=b, primaryContact=A';
  const dry = await run('odd.csv', columns, '--dry-run');
  expect(dry.out).toContain('1 numbers without country code seem to be of IN: --country=IN');
  const { code, out } = await run('odd.csv', columns, '--country=IN', '--yes');
  expect(code).toBe(0);
  expect(out).toContain('2 added');
  expect(await find(second)).toMatchObject({ name: 'Ben' });
});

test('has every option of an upload, and hands it on', () => {
  const called: Record<string, string> = { newStatus: 'archived', mapping: 'columns' };
  for (const name of Object.keys(importOptions.shape)) {
    const option = called[name] ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    expect(USAGE).toContain(`  --${option}`);
  }
  const from = { folder, isTerminal: false };
  const file = fileOf('options.csv');
  expect(
    readImportCommand([file, '--shared-secondary=drop', '--header-row=3', '--yes'], from),
  ).toMatchObject({ options: { sharedSecondary: 'drop', headerRow: 3, existing: 'skip' } });
  expect(() => readImportCommand([file, '--shared-secondary=maybe', '--yes'], from)).toThrow(
    '--shared-secondary is keep or drop.',
  );
});

test('--strict and --dry-run write nothing', async () => {
  const phone = freshNumber();
  const file = fileOf('some.csv', `Asha,,${phone},,,New group,`, 'Nobody,,12,,,,');
  const strict = await run(file, '--strict', '--yes');
  expect(strict).toMatchObject({ code: 1, out: expect.stringContaining('nothing is imported') });
  expect(await lastImport()).toMatchObject({ state: 'cancelled' });
  const dry = await run(file, '--dry-run');
  expect(dry).toMatchObject({ code: 0, out: expect.stringContaining('New groups: New group') });
  expect(await lastImport()).toMatchObject({ state: 'cancelled' });
  expect(await find(phone)).toBeUndefined();
  expect(await app.knex('contact_groups').where({ name: 'New group' })).toEqual([]);
});

test('a file that is refused is refused in one sentence', async () => {
  fs.writeFileSync(path.join(folder, 'half.xlsx'), 'PK\u0003\u0004 and nothing more');
  const { code, err } = await run('half.xlsx', '--yes');
  expect(code).toBe(1);
  expect(err).toMatch(/^The file is refused: The file is damaged\..*\n$/);
});

test.each([
  [['--yes'], 'Say which file.'],
  [['gone.csv', '--yes'], /There is no file .*gone\.csv\./],
  [['.', '--yes'], 'is not a file.'],
  [['people.csv', 'some.csv', '--yes'], 'Import one file at a time.'],
  [['people.csv', '--exsting=update'], "Unknown option '--exsting'."],
  [['people.csv', '--existing=replace'], '--existing is skip or update.'],
  [['people.csv', '--columns=name', '--yes'], '--columns is a list of fields and their columns'],
  [['people.csv', '--country=India', '--yes'], '--country is a code of two letters'],
  [['people.csv'], 'Nobody is there to be asked.'],
])('%j is explained before anything is loaded', async (args, sentence) => {
  const { code, err } = await run(...args);
  expect(code).toBe(1);
  expect(err).toMatch(sentence);
  expect(err).not.toContain('    at ');
});
