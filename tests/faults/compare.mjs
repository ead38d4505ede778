import { compareContacts } from './compare-contacts.mjs';
import { numberOf, same } from './comparison.mjs';

/** @typedef {import('./comparison.mjs').Comparison} Comparison */
/** @typedef {import('./comparison.mjs').Select} Select */
/** @typedef {import('./trial.mjs').Trial} Trial */
/** @typedef {import('./plan.mjs').Plan} Plan */

/** The file of people who are there before has another name. */
const IMPORTS = `contact_imports i where i.file_name = 'people.xlsx'`;
const OPERATIONS = `contact_operations o where o.id in (select i.operation_id from ${IMPORTS})`;
const ITEMS = `contact_operation_items t where t.operation_id in (select i.operation_id from ${IMPORTS})`;

/**
 * What a fault found and left: a commit half-way, with counters that agree with the contacts.
 * @param {Trial} trial @param {Select} select @param {string} when such as "killed"
 * @returns {Promise<Comparison[]>}
 */
export async function compareMidway({ plan, share }, select, when) {
  // One statement, one moment: PostgreSQL may still be at work for the dead server.
  const [left] = await select(`select i.state, i.progress, i.applied_create,
    (select count(*) from contacts) as contacts from ${IMPORTS}`);
  const progress = Number(left.progress) * 100;
  const written = plan.before.length + left.applied_create;
  return [
    same(`import when ${when}`, 'committing', left.state),
    {
      what: `per cent done when ${when}`,
      expected: `≥ ${share}`,
      found: progress.toFixed(1),
      ok: progress >= share && progress < 100,
    },
    same(`contacts when ${when}, by its counter`, written, Number(left.contacts)),
  ];
}

/**
 * What must be in the database at the end, and what the server says of it.
 * @param {Trial} trial
 * @param {import('../../scripts/lib/admin-client.mjs').AdminClient} client @param {string} importId
 * @returns {Promise<Comparison[]>}
 */
export const compareResult = async ({ base, plan }, client, importId) => [
  ...(await compareImport(base.select, plan)),
  ...(await compareContacts(base, plan)),
  ...(await compareTallies(base.select, plan.after.size)),
  ...(await compareServer(client, importId, plan)),
];

/** @param {Select} select @param {Plan} plan */
async function compareImport(select, { counts }) {
  const [record] = await select(`select * from ${IMPORTS}`);
  const operations = await select(`select state, applied, skipped from ${OPERATIONS}`);
  const [operation] = operations;
  const items = (/** @type {string} */ which) =>
    numberOf(select, `select count(*) from ${ITEMS} ${which}`);
  const written = counts.create + counts.update;
  return [
    same('import', 'done', record.state),
    same('import: progress', 1, Number(record.progress)),
    same('import: created', counts.create, record.applied_create),
    same('import: updated', counts.update, record.applied_update),
    same('import: number taken meanwhile', 0, record.applied_taken),
    same('import: file', 'kept', (await numberOf(select, KEPT_PARTS)) > 0 ? 'kept' : 'gone'),
    same('operations of the import', 1, operations.length),
    same('operation', 'done', operation.state),
    same('operation: applied', written, operation.applied),
    same('operation: skipped', counts.total - written, operation.skipped),
    same('operation: items of new contacts', counts.create, await items('and t.before is null')),
    same('operation: items of updates', counts.update, await items('and t.before is not null')),
    same(
      'operation: items without a contact',
      0,
      await items('and t.contact_id not in (select id from contacts)'),
    ),
  ];
}

const KEPT_PARTS = `select count(*) from contact_import_files f where f.import_id in (select i.id from ${IMPORTS})`;

const linkTallies = (/** @type {string} */ scope, /** @type {string} */ links) =>
  `select '${scope}', l.${scope}_id, c.contact_status, count(*)
   from ${links} l join contacts c on c.id = l.contact_id group by l.${scope}_id, c.contact_status`;

/** Every count as it is kept, less the same counted anew: what is left over is wrong. */
const WRONG_TALLIES = `select count(*) from (
  select scope, ref, status from (
    select scope, ref, status, -n as n from contact_tallies
    union all select 'all', 0, contact_status, count(*) from contacts group by contact_status
    union all ${linkTallies('category', 'contacts_category_lnk')}
    union all ${linkTallies('group', 'contacts_groups_lnk')}
  ) both_ways group by scope, ref, status having sum(n) <> 0
) wrong`;

/** @param {Select} select @param {number} contacts */
export const compareTallies = async (select, contacts) => [
  same(
    'tallies: contacts',
    contacts,
    await numberOf(select, `select sum(n) from contact_tallies where scope = 'all'`),
  ),
  same('tallies: other than a recount', 0, await numberOf(select, WRONG_TALLIES)),
];

const SEARCHED = 10;

/**
 * @param {import('../../scripts/lib/admin-client.mjs').AdminClient} client @param {string} importId
 * @param {Plan} plan
 */
async function compareServer(client, importId, { after, counts }) {
  const { applied } = await client.get(`/contacts-manager/imports/${importId}`);
  const list = (/** @type {string} */ search) =>
    client.get(`/contacts-manager/contacts?pageSize=1${search}`);
  const numbers = [...after.keys()];
  let found = 0;
  for (let nth = 0; nth < SEARCHED; nth += 1) {
    const number = numbers[Math.floor((nth / (SEARCHED - 1)) * (numbers.length - 1))] ?? '';
    const { results, pagination } = await list(`&search=${number.slice(1)}`);
    if (pagination.total === 1 && results[0].primaryContact === number) found += 1;
  }
  return [
    same(
      'server: created and updated',
      counts.create + counts.update,
      applied.create + applied.update,
    ),
    same('server: contacts listed', after.size, (await list('')).pagination.total),
    same('server: numbers found by search', SEARCHED, found),
  ];
}
