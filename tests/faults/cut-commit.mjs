import { setTimeout as wait } from 'node:timers/promises';
import { confirmImport } from '../../scripts/lib/import-file.mjs';
import { Stop } from '../../scripts/lib/say.mjs';
import { startCommitProxy } from './commit-proxy.mjs';
import { compareMidway, compareResult } from './compare.mjs';
import { numberOf, same } from './comparison.mjs';
import { prepareImport, endedWithin, signIn, stateOf, waitForEnd, withServers } from './scene.mjs';

/** @typedef {import('./comparison.mjs').Comparison} Comparison */
/** @typedef {import('./trial.mjs').Fault} Fault */
/** @typedef {import('./trial.mjs').Trial} Trial */

/** Stands in every transaction of a chunk, and in no other. */
const CHUNK = /insert into contacts\b/i;
const CONTACTS = 'select count(*) from contacts';
const PROGRESS = `select progress from contact_imports where file_name = 'people.xlsx'`;
/** PostgreSQL rolls back when it notices that nobody is there. */
const NOTICED = 1_000;

/**
 * @param {import('./commit-proxy.mjs').CutAt} at
 * @param {(added: number) => Pick<Comparison, 'expected' | 'ok'>} judge contacts that the cut chunk added
 * @returns {Fault['run']}
 */
const cutAt = (at, judge) => async (trial) => {
  const { base } = trial;
  if (base.database.client !== 'postgres') throw new Stop('SQLite has no connections to cut.');
  const proxy = await startCommitProxy(base.database.url, CHUNK);
  const database = /** @type {const} */ ({ client: 'postgres', url: proxy.url });
  try {
    return await withServers(trial, async (newServer) => {
      const server = await newServer({ database });
      const { accounts, client, id } = await prepareImport(trial, server);
      let before = 0;
      const cut = proxy.cutNext(at, async () => {
        before = await numberOf(base.select, CONTACTS);
        return (await numberOf(base.select, PROGRESS)) * 100 >= trial.share;
      });
      await Promise.all([cut, confirmImport(client, id)]);
      const started = Date.now();
      await wait(NOTICED);
      const added = (await numberOf(base.select, CONTACTS)) - before;
      const left = await compareMidway(trial, base.select, 'cut');
      const seconds = await waitForEnd(base, started);
      return [
        ...left,
        { what: 'contacts of the cut chunk', found: added, ...judge(added) },
        endedWithin('the cut', seconds),
        same('server afterwards', 'answers', await stateOf(server)),
        ...(await compareResult(trial, await signIn(server, accounts), id)),
      ];
    });
  } finally {
    proxy.close();
  }
};

const onlyOn = /** @type {const} */ ({ client: 'postgres', because: 'SQLite has no connections' });

/** @type {Fault} */
export const commitUnsent = {
  name: 'commit-unsent',
  title: 'connection cut before the database hears COMMIT',
  shares: [50],
  onlyOn,
  run: cutAt('unsent', (added) => ({ expected: 0, ok: added === 0 })),
};

/** @type {Fault} */
export const commitUnanswered = {
  name: 'commit-unanswered',
  title: 'connection cut before the answer to COMMIT',
  shares: [50],
  onlyOn,
  run: cutAt('unanswered', (added) => ({ expected: '> 0', ok: added > 0 })),
};
