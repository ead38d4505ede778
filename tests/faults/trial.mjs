/**
 * What a fault is tried with: a database of its own, and the file whose commit it meets.
 * @typedef {{
 *   base: import('./databases.mjs').OpenDatabase,
 *   share: number,
 *   rows: number,
 *   plan: import('./plan.mjs').Plan,
 *   files: { before: string, people: string },
 *   temporary: string,
 *   folder: string,
 * }} Trial `share`: per cent of the commit at which the fault happens; `rows`: how many the file writes;
 *   `temporary`: TMPDIR of the servers; `folder`: for files of this run
 */

/**
 * @typedef {{
 *   name: string,
 *   title: string,
 *   shares?: readonly number[],
 *   onlyOn?: { client: import('./databases.mjs').Client, because: string },
 *   run(trial: Trial): Promise<import('./comparison.mjs').Comparison[]>,
 * }} Fault `shares`: per cents of a commit at which it is tried; without any it is tried once
 */

/** This machine cannot have the fault: neither passed nor failed. */
export class Skipped extends Error {}
