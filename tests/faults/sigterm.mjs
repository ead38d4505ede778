import { compareMidway, compareResult } from './compare.mjs';
import { numberOf, same } from './comparison.mjs';
import { beginCommit, endedWithin, signIn, waitForEnd, withServers } from './scene.mjs';

/** What a container platform waits before it kills. */
const PATIENCE = 10;

/**
 * Asks the server to end in the middle of a commit, as every deployment does, and starts it again.
 * @type {import('./trial.mjs').Fault}
 */
export const sigterm = {
  name: 'sigterm',
  title: 'SIGTERM',
  shares: [50],
  run: (trial) =>
    withServers(trial, async (newServer) => {
      const { base } = trial;
      const server = await newServer();
      const { accounts, id } = await beginCommit(trial, server);
      const asked = Date.now();
      await server.stop();
      const stopping = (Date.now() - asked) / 1000;
      const left = await compareMidway(trial, base.selectAsLeft, 'stopped');
      const lease = `select lease_until from contact_imports where state = 'committing'`;

      const restarted = Date.now();
      const given = same('lease given back', 0, await numberOf(base.selectAsLeft, lease));
      await server.start();
      const seconds = await waitForEnd(base, restarted);
      const result = await compareResult(trial, await signIn(server, accounts), id);
      return [
        stopsWithin(stopping),
        ...left,
        given,
        endedWithin('the restart', seconds),
        ...result,
      ];
    }),
};

/** @param {number} seconds @returns {import('./comparison.mjs').Comparison} */
const stopsWithin = (seconds) => ({
  what: 'seconds until it had ended',
  expected: `≤ ${PATIENCE}`,
  found: seconds.toFixed(1),
  ok: seconds <= PATIENCE,
});
