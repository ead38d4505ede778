import path from 'node:path';
import { makeAccounts } from '../../scripts/lib/accounts.mjs';
import { confirmImport, uploadFile, waitForImport } from '../../scripts/lib/import-file.mjs';
import { personAt } from '../factories/people.mjs';
import { compareContacts } from './compare-contacts.mjs';
import { compareTallies } from './compare.mjs';
import { numberOf, same } from './comparison.mjs';
import { MANY_SERVERS } from './databases.mjs';
import { writePeople } from './plan.mjs';
import { endedWithin, signIn, waitForEnd, withServers } from './scene.mjs';

/** @typedef {import('../../scripts/lib/admin-client.mjs').AdminClient} AdminClient */
/** @typedef {import('../factories/people.mjs').Person} Person */

const SHARED = 1_000;

/**
 * Commits two files at the same time on two instances. Both begin with the same numbers, one in the opposite
 * order: the first chunks want each other's numbers.
 * @type {import('./trial.mjs').Fault}
 */
export const sharedNumbers = {
  name: 'shared-numbers',
  title: `two imports with ${SHARED.toLocaleString('en')} numbers in common on two instances`,
  onlyOn: MANY_SERVERS,
  run: (trial) =>
    withServers(trial, async (newServer) => {
      const { base } = trial;
      const { files, people } = await writeFiles(trial);
      const first = await newServer();
      await first.start();
      const accounts = await makeAccounts(first.url);
      const second = await newServer();
      await second.start();
      const clients = [await signIn(first, accounts), await signIn(second, accounts)];

      /** @type {{ client: AdminClient, id: string }[]} */
      const imports = [];
      for (const [at, client] of clients.entries()) {
        imports.push({ client, id: await uploadForReview(client, files[at] ?? '') });
      }
      const started = Date.now();
      await Promise.all(imports.map(({ client, id }) => confirmImport(client, id)));
      const both = await watchBoth(base);
      const seconds = await waitForEnd(base, started);
      const after = new Map(people.map((person) => [person.primaryContact, person]));
      return [
        same('written at the same time', 'both', both ? 'both' : 'one after the other'),
        endedWithin('the confirmation', seconds),
        ...(await compareAccounts(base.select, imports, people.length)),
        ...(await compareContacts(base, { after })),
        ...(await compareTallies(base.select, people.length)),
      ];
    }),
};

/** @param {import('./trial.mjs').Trial} trial */
async function writeFiles({ folder, rows }) {
  const peopleFrom = (/** @type {number} */ from, /** @type {number} */ amount) =>
    Array.from({ length: amount }, (_, at) => personAt(from + at));
  const own = Math.ceil(rows / 2);
  const shared = peopleFrom(0, SHARED);
  const others = [peopleFrom(SHARED, own), peopleFrom(SHARED + own, own)];
  const files = ['one.xlsx', 'other.xlsx'].map((name) => path.join(folder, name));
  await writePeople(files[0] ?? '', [...shared, ...(others[0] ?? [])]);
  await writePeople(files[1] ?? '', [...shared.toReversed(), ...(others[1] ?? [])]);
  return { files, people: [...shared, ...others.flat()] };
}

/** @param {AdminClient} client @param {string} file */
async function uploadForReview(client, file) {
  const id = await uploadFile(client, file);
  await waitForImport(client, id);
  return id;
}

/** Whether both are held by an instance, and have not ended, at one moment. @param {import('./trial.mjs').Trial['base']} base */
async function watchBoth({ select }) {
  const held = `select count(*) as open, count(*) filter (where lease_until > 0) as claimed
    from contact_imports where state = 'committing'`;
  for (;;) {
    const [{ open, claimed }] = await select(held);
    if (Number(claimed) === 2) return true;
    if (Number(open) < 2) return false;
  }
}

/**
 * @param {import('./comparison.mjs').Select} select @param {{ client: AdminClient, id: string }[]} imports
 * @param {number} people
 */
async function compareAccounts(select, imports, people) {
  const views = await Promise.all(imports.map(({ client, id }) => waitForImport(client, id)));
  const sum = (/** @type {'create' | 'taken'} */ what) =>
    views.reduce((total, { applied }) => total + applied[what], 0);
  const operations = `select sum(applied) from contact_operations where kind = 'import'`;
  return [
    same('imports done', 2, views.filter(({ state }) => state === 'done').length),
    same('created, by both accounts', people, sum('create')),
    same('taken, by both accounts', SHARED, sum('taken')),
    same('applied, by both operations', people, await numberOf(select, operations)),
    same('items of both operations', people, await numberOf(select, ITEMS)),
    same('numbers held twice', 0, await numberOf(select, TWICE)),
  ];
}

const ITEMS = 'select count(distinct contact_id) from contact_operation_items';
const TWICE = `select count(*) from (
  select phone from contact_phones group by phone having count(*) > 1) twice`;
