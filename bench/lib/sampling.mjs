import { execFile } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import { promisify } from 'node:util';
import { Worker } from 'node:worker_threads';
import { summarise } from './percentiles.mjs';

const HEALTH_EVERY = 50;
const MEMORY_EVERY = 200;
const MB = 1024;

/**
 * Watches how long the server takes to answer `/_health` while something else goes on.
 * @param {string} url @param {{ every?: number }} [options] milliseconds
 */
export function watchHealth(url, { every = HEALTH_EVERY } = {}) {
  const worker = new Worker(new URL('./health-worker.mjs', import.meta.url), {
    workerData: { url, every },
  });
  return {
    /** Milliseconds; `failures` went unanswered or were refused. */
    async stop() {
      worker.postMessage('stop');
      /** @type {[{ times: number[], failures: number }]} */
      const [{ times, failures }] = /** @type {any} */ (await once(worker, 'message'));
      await worker.terminate();
      return { ...summarise(times), failures };
    },
  };
}

/**
 * Resident memory of a process with all its threads, in MB; undefined where the system does not tell.
 * @param {number} pid
 * @returns {Promise<number | undefined>}
 */
export async function readMemory(pid) {
  if (process.platform === 'linux') {
    const status = await fs.promises.readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmRSS:\s+(\d+)/m.exec(status)?.[1];
    return kilobytes ? Number(kilobytes) / MB : undefined;
  }
  if (process.platform === 'win32') return undefined;
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]);
  return Number(stdout) / MB || undefined;
}

/**
 * Watches a process's memory while something goes on.
 * @param {number | undefined} pid @param {{ every?: number }} [options] milliseconds
 */
export async function watchMemory(pid, { every = MEMORY_EVERY } = {}) {
  const read = () => (pid === undefined ? Promise.resolve(undefined) : readMemory(pid));
  const before = await read();
  let peak = before ?? NaN;
  const beat = setInterval(() => {
    void read().then((now) => {
      if (now !== undefined && !(now <= peak)) peak = now;
    });
  }, every);
  return {
    /** MB: at the start, the highest seen since, and their difference. */
    stop() {
      clearInterval(beat);
      return { before: before ?? NaN, peak, grown: peak - (before ?? NaN) };
    },
  };
}
