import { setTimeout as wait } from 'node:timers/promises';
import { compareMidway, compareResult } from './compare.mjs';
import { numberOf, same } from './comparison.mjs';
import { MANY_SERVERS } from './databases.mjs';
import { beginCommit, endedWithin, signIn, stateOf, waitForEnd, withServers } from './scene.mjs';

/** Longer than its heartbeat and its look for work take to come round. */
const AWAKE = 8_000;

const CLAIMS = `select fence from contact_imports where file_name = 'people.xlsx'`;

/** Changes when any contact, link, item or import does. */
const DIGEST = `select ${[
  'contacts',
  'contacts_groups_lnk',
  'contacts_category_lnk',
  'contact_operation_items',
  'contact_imports',
]
  .map((table) => `(select md5(string_agg(t::text, '|' order by t::text)) from ${table} t)`)
  .join(' || ')} as digest`;

/**
 * Stops the process where it stands, past its lease, as a virtual machine that is paused or swaps does. A
 * second instance takes over; the first wakes up when all is done.
 * @type {import('./trial.mjs').Fault}
 */
export const frozen = {
  name: 'frozen',
  title: 'SIGSTOP, another instance goes on, SIGCONT',
  shares: [50],
  onlyOn: MANY_SERVERS,
  run: (trial) =>
    withServers(trial, async (newServer) => {
      const { base } = trial;
      const first = await newServer();
      const { accounts, id } = await beginCommit(trial, first);
      if (first.pid !== undefined) process.kill(first.pid, 'SIGSTOP');
      const stopped = Date.now();
      const left = await compareMidway(trial, base.select, 'frozen');
      const claims = await numberOf(base.select, CLAIMS);

      const second = await newServer();
      await second.start();
      const seconds = await waitForEnd(base, stopped);
      const takenOver = (await numberOf(base.select, CLAIMS)) - claims;

      const asleep = await digestOf(base.select);
      if (first.pid !== undefined) process.kill(first.pid, 'SIGCONT');
      await wait(AWAKE);
      return [
        ...left,
        endedWithin('the stop', seconds),
        same('claims by the second instance', 1, takenOver),
        same(
          'what the first wrote when it woke up',
          'nothing',
          await changeOf(base.select, asleep),
        ),
        same('first instance afterwards', 'answers', await stateOf(first)),
        ...(await compareResult(trial, await signIn(second, accounts), id)),
      ];
    }),
};

/** @param {import('./comparison.mjs').Select} select */
const digestOf = async (select) => String((await select(DIGEST))[0].digest);

/** @param {import('./comparison.mjs').Select} select @param {string} before */
const changeOf = async (select, before) =>
  (await digestOf(select)) === before ? 'nothing' : 'something';
