import { setTimeout as wait } from 'node:timers/promises';
import { Stop } from '../../scripts/lib/say.mjs';
import { compareMidway, compareResult } from './compare.mjs';
import { beginCommit, endedWithin, isRunning, signIn, waitForEnd, withServers } from './scene.mjs';

/** Long enough that the server looks for work, and renews its lease, while nobody is there. */
const AWAY = 6_000;

/**
 * Ends PostgreSQL at once, as a power cut does, and starts it again: it recovers from its log.
 * @type {import('./trial.mjs').Fault}
 */
export const databaseCrash = {
  name: 'database-crash',
  title: 'its process stopped at once and started again',
  shares: [50],
  onlyOn: { client: 'postgres', because: 'SQLite is no process of its own' },
  run: (trial) =>
    withServers(trial, async (newServer) => {
      const { base } = trial;
      const { engine } = base;
      if (!engine) throw new Stop('This database cannot be restarted.');
      const server = await newServer();
      const { accounts, id } = await beginCommit(trial, server);
      await engine.crash();
      await wait(AWAY);
      const outlived = isRunning(server);
      await engine.start();
      const restarted = Date.now();
      const left = await compareMidway(trial, base.select, 'the database died');
      if (!outlived) await server.start();
      const seconds = await waitForEnd(base, restarted);
      const result = await compareResult(trial, await signIn(server, accounts), id);
      return [lived(outlived), ...left, endedWithin('the restart', seconds), ...result];
    }),
};

/** Either is fine: whoever runs the server restarts one that ends. @param {boolean} outlived @returns {import('./comparison.mjs').Comparison} */
const lived = (outlived) => ({
  what: 'server without a database',
  expected: 'lives or restarts',
  found: outlived ? 'lives' : 'ended, restarted',
  ok: true,
});
