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
 * How fast the first and the last tenth of the rows went, out of looks at the progress. What comes before the first
 * row does not count: the upload, and of a workbook the part of the file with its texts.
 * @param {number} rows in all
 */
export function createPace(rows) {
  /** @type {Sample[]} */
  const samples = [];
  return {
    /** @param {{ progress: number, state: string }} view */
    look({ progress, state }) {
      const done = state === 'review' || state === 'done' ? 1 : progress;
      if (done > 0) samples.push({ at: performance.now(), done });
    },
    /** Rows a second. */
    read() {
      const start = samples[0]?.done ?? 0;
      const timeAt = (/** @type {number} */ share) => timeOf(samples, start + share * (1 - start));
      const perSecond = (/** @type {number} */ from, /** @type {number} */ to) =>
        ((to - from) * rows) / ((timeAt(to) - timeAt(from)) / 1000);
      return { first: perSecond(0, 0.1), last: perSecond(0.9, 1) };
    },
  };
}
