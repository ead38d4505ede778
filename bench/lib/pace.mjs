/** @typedef {{ at: number, done: number }} Sample milliseconds, and the part that is done, 0–1 */

/**
 * When this part was done, between the looks before and after it.
 * @param {Sample[]} samples in their order @param {number} share
 */
function timeOf(samples, share) {
  const after = samples.findIndex(({ done }) => done >= share);
  const later = samples[after] ?? samples.at(-1);
  const earlier = samples[after - 1] ?? later;
  if (!later || !earlier) return NaN;
  const step = later.done - earlier.done;
  const part = step > 0 ? (share - earlier.done) / step : 1;
  return earlier.at + part * (later.at - earlier.at);
}

/**
 * How fast the first and the last tenth of something went, out of looks at its progress. What comes before the first
 * row, such as an upload, does not count: the clock starts with the last look that saw nothing done.
 * @param {number} rows in all
 */
export function createPace(rows) {
  /** @type {Sample[]} */
  const samples = [];
  return {
    /** @param {{ progress: number, state: string }} view */
    look({ progress, state }) {
      const done = state === 'review' || state === 'done' ? 1 : progress;
      if (done === 0) samples.length = 0;
      samples.push({ at: performance.now(), done });
    },
    /** Rows a second. */
    read() {
      const perSecond = (/** @type {number} */ from, /** @type {number} */ to) =>
        ((to - from) * rows) / ((timeOf(samples, to) - timeOf(samples, from)) / 1000);
      return { first: perSecond(samples[0]?.done ?? 0, 0.1), last: perSecond(0.9, 1) };
    },
  };
}
