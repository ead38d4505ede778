/**
 * One thing that must be so. `ok` says whether it is where that is not simply `expected === found`.
 * @typedef {{ what: string, expected: string | number, found: string | number, ok?: boolean }} Comparison
 */
/** @typedef {(sql: string) => Promise<any[]>} Select */

/** @param {Comparison} comparison */
export const isRight = ({ expected, found, ok = expected === found }) => ok;

/** @param {string} what @param {string | number} expected @param {string | number} found @returns {Comparison} */
export const same = (what, expected, found) => ({ what, expected, found });

/** The one number that a statement answers. @param {Select} select @param {string} sql */
export async function numberOf(select, sql) {
  const [row] = await select(sql);
  return Number(Object.values(row ?? {})[0]);
}

const text = (/** @type {string | number} */ value) =>
  typeof value === 'number' ? value.toLocaleString('en') : value;

/** @param {Comparison} comparison */
export const describeWrong = ({ what, expected, found }) =>
  `${what}: expected ${text(expected)}, found ${text(found)}`;

/** The lines of a table: what, expected, found and a mark. @param {Comparison[]} comparisons */
export function tableOf(comparisons) {
  const cells = [
    { what: '', expected: 'expected', found: 'found', mark: '' },
    ...comparisons.map((comparison) => ({
      what: comparison.what,
      expected: text(comparison.expected),
      found: text(comparison.found),
      mark: isRight(comparison) ? '✓' : '✗',
    })),
  ];
  const width = (/** @type {'what' | 'expected' | 'found'} */ column) =>
    Math.max(...cells.map((row) => row[column].length));
  const [what, expected, found] = [width('what'), width('expected'), width('found')];
  return cells.map((row) =>
    `  ${row.what.padEnd(what)}  ${row.expected.padStart(expected)}  ${row.found.padStart(found)}  ${row.mark}`.trimEnd(),
  );
}
