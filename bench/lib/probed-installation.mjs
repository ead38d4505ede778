import { findFreePort } from '../../scripts/lib/free-port.mjs';
import { startInstallation } from './installation.mjs';

/**
 * An installation whose server also tells how long it took for each answer and how long it stood still.
 * @param {import('../../scripts/lib/server-process.mjs').Database} database
 */
export async function startProbed(database) {
  const port = await findFreePort();
  const installation = await startInstallation(database, {
    nodeArgs: ['--import', new URL('./probe.mjs', import.meta.url).href],
    env: { BENCH_PROBE_PORT: String(port) },
  });
  return {
    ...installation,
    /**
     * Milliseconds since the last call: of every answer, and of the longest time nothing else could run.
     * @returns {Promise<{ times: number[], stoodStill: number }>}
     */
    async readProbe() {
      const answer = await fetch(`http://127.0.0.1:${port}`);
      return /** @type {any} */ (await answer.json());
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof startProbed>>} ProbedInstallation */
