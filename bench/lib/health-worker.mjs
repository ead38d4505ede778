import { parentPort, workerData } from 'node:worker_threads';

/**
 * Asks for `/_health` at a steady beat from a thread of its own, so that neither the benchmark's own work
 * nor a slow answer delays the next question: each answer's time counts from when it was due.
 */
const { url, every } = workerData;

/** @type {number[]} */
const times = [];
let failures = 0;

const ask = async () => {
  const due = performance.now();
  try {
    const answer = await fetch(`${url}/_health`, { signal: AbortSignal.timeout(60_000) });
    await answer.arrayBuffer();
    if (!answer.ok) failures += 1;
  } catch {
    failures += 1; // Counted: the benchmark reports how many went unanswered.
  }
  times.push(performance.now() - due);
};

const beat = setInterval(() => void ask(), every);

parentPort?.once('message', () => {
  clearInterval(beat);
  parentPort?.postMessage({ times, failures });
});
