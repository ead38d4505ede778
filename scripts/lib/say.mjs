const colourful = Boolean(process.stdout.isTTY) && !process.env.NO_COLOR;

/** @param {number} code */
const style = (code) => (/** @type {string} */ text) =>
  colourful ? `\u001b[${code}m${text}\u001b[0m` : text;

export const bold = style(1);
export const dim = style(2);
export const red = style(31);
export const green = style(32);

/** @param {string} [line] */
export const say = (line = '') => console.log(line);

/** @param {number} milliseconds */
export function duration(milliseconds) {
  const seconds = Math.round(milliseconds / 1000);
  if (milliseconds < 10_000) return `${(milliseconds / 1000).toFixed(1)} s`;
  return seconds < 60
    ? `${seconds} s`
    : `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/**
 * Says what is being done, a sign of life every 20 seconds, and how long it took.
 * @template T
 * @param {string} what
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(what, work) {
  const started = Date.now();
  say(`${what} …`);
  const sign = setInterval(() => say(dim(`  … ${duration(Date.now() - started)}`)), 20_000);
  try {
    const result = await work();
    say(dim(`  done in ${duration(Date.now() - started)}`));
    return result;
  } finally {
    clearInterval(sign);
  }
}

/**
 * A reason to stop that is told in one sentence, without a stack.
 */
export class Stop extends Error {}

/**
 * Runs a command's main function and turns what it throws into an exit code.
 * @param {() => Promise<number | void>} main
 */
export async function runMain(main) {
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof Stop ? red(error.message) : error);
    process.exitCode = 1;
  }
}
