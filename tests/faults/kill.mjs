import { compareMidway, compareResult } from './compare.mjs';
import { same } from './comparison.mjs';
import { beginCommit, endedWithin, isRunning, signIn, waitForEnd, withServers } from './scene.mjs';

/**
 * Kills the server in the middle of a commit, starts it again, and compares what came of it.
 * @type {import('./trial.mjs').Fault}
 */
export const kill = {
  name: 'kill',
  title: 'kill -9',
  shares: [10, 50, 90],
  run: (trial) =>
    withServers(trial, async (newServer) => {
      const { base } = trial;
      const server = await newServer();
      const { accounts, id } = await beginCommit(trial, server);
      await server.kill('SIGKILL');
      const killed = same('killed server', 'gone', isRunning(server) ? 'running' : 'gone');
      const left = await compareMidway(trial, base.selectAsLeft, 'killed');

      const restarted = Date.now();
      await server.start();
      const seconds = await waitForEnd(base, restarted);
      const result = await compareResult(trial, await signIn(server, accounts), id);
      return [killed, ...left, endedWithin('the restart', seconds), ...result];
    }),
};
