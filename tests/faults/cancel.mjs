import { setTimeout as wait } from 'node:timers/promises';
import { cancelImport } from '../../scripts/lib/import-file.mjs';
import { compareTallies } from './compare.mjs';
import { numberOf, same } from './comparison.mjs';
import { beginCommit, stateOf, withServers } from './scene.mjs';

/** @typedef {import('./comparison.mjs').Comparison} Comparison */

/** No row may be written this long after the answer, in milliseconds. */
const AFTERWARDS = 5_000;

/**
 * Cancels in the middle of a commit: what is written stays and is counted exactly.
 * @type {import('./trial.mjs').Fault}
 */
export const cancel = {
  name: 'cancel',
  title: 'cancelled',
  shares: [10, 50, 90],
  run: (trial) =>
    withServers(trial, async (newServer) => {
      const { base, plan, share } = trial;
      const server = await newServer();
      const { client, id } = await beginCommit(trial, server);
      const answer = await cancelImport(client, id);
      const atOnce = await accountOf(base.select);
      await wait(AFTERWARDS);
      const later = await accountOf(base.select);
      const { state, applied, progress } = await client.get(`/contacts-manager/imports/${id}`);
      const written = applied.create + applied.update;
      return [
        same('answer', 'cancelled', answer.state),
        reached(progress * 100, share),
        same('rows written after the answer', 0, later.contacts - atOnce.contacts),
        same('items written after the answer', 0, later.items - atOnce.items),
        same('import afterwards', 'cancelled', state),
        same('contacts, by its counter', plan.before.length + applied.create, later.contacts),
        same('items of the operation, by its counter', written, later.items),
        same('operation', 'cancelled', later.operation),
        same('operation: applied', written, later.applied),
        same('operation: skipped', plan.counts.total - written, later.skipped),
        same('parts of the file kept', 0, later.parts),
        same('rows of the phone table without a contact', 0, await numberOf(base.select, ORPHANS)),
        ...(await compareTallies(base.select, later.contacts)),
        same('server afterwards', 'answers', await stateOf(server)),
      ];
    }),
};

const ORPHANS =
  'select count(*) from contact_phones where contact_id not in (select id from contacts)';

const ACCOUNT = `select o.state as operation, o.applied, o.skipped,
  (select count(*) from contacts) as contacts,
  (select count(*) from contact_operation_items t where t.operation_id = o.id) as items,
  (select count(*) from contact_import_files f where f.import_id = i.id) as parts
  from contact_imports i join contact_operations o on o.id = i.operation_id
  where i.file_name = 'people.xlsx'`;

/** @param {import('./comparison.mjs').Select} select */
async function accountOf(select) {
  const [row] = await select(ACCOUNT);
  const { operation, applied, skipped, contacts, items, parts } = row;
  return {
    operation: String(operation),
    applied: Number(applied),
    skipped: Number(skipped),
    contacts: Number(contacts),
    items: Number(items),
    parts: Number(parts),
  };
}

/** @param {number} found @param {number} share @returns {Comparison} */
const reached = (found, share) => ({
  what: 'per cent done when cancelled',
  expected: `≥ ${share}`,
  found: found.toFixed(1),
  ok: found >= share && found < 100,
});
