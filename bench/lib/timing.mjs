import { summarise } from './percentiles.mjs';

/**
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<{ result: T, milliseconds: number }>}
 */
export async function timed(work) {
  const started = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - started };
}

/**
 * The same work again and again, one after the other; the first rounds warm caches up and do not count.
 * @param {(round: number) => Promise<unknown>} work
 * @param {{ rounds?: number, warmUp?: number }} [options]
 */
export async function repeat(work, { rounds = 50, warmUp = 5 } = {}) {
  const times = [];
  for (let round = -warmUp; round < rounds; round += 1) {
    const { milliseconds } = await timed(() => work(round));
    if (round >= 0) times.push(milliseconds);
  }
  return summarise(times);
}

/**
 * `total` pieces of work, `width` at a time.
 * @param {number} total @param {number} width
 * @param {(index: number) => Promise<unknown>} work
 */
export async function inParallel(total, width, work) {
  /** @type {number[]} */
  const times = [];
  let next = 0;
  const lane = async () => {
    while (next < total) {
      const index = next++;
      times.push((await timed(() => work(index))).milliseconds);
    }
  };
  const { milliseconds } = await timed(() => Promise.all(Array.from({ length: width }, lane)));
  return {
    ...summarise(times),
    seconds: milliseconds / 1000,
    perSecond: (total * 1000) / milliseconds,
  };
}
