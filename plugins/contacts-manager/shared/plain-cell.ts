/**
 * What makes spreadsheet programs take the text of a CSV cell for a formula (OWASP, "CSV Injection"), with the
 * full-width forms that some of them read alike. Spaces, quotation marks and what cannot be seen may stand before the
 * sign: some programs trim and unquote a cell before they look at it.
 */
const STARTS_FORMULA = /^['"\s\p{C}]*[=+\-@＝＋－＠]|^'*[\t\r\n]/u;
/** Phone numbers, and numbers of custom fields: nothing is computed from them, and other programs read them. */
const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * A cell of an export that no program takes for a formula: an apostrophe is put before a text that begins with one
 * of `= + - @`, a tab or a line break, also behind spaces, quotation marks and apostrophes. Numbers stay as they are.
 */
export const plainCell = (text: string): string =>
  STARTS_FORMULA.test(text) && !NUMBER.test(text) ? `'${text}` : text;

/** The text that `plainCell` was given. People who put an apostrophe before a number themselves mean the same. */
export const readPlainCell = (cell: string): string =>
  cell.startsWith("'") && STARTS_FORMULA.test(cell) ? cell.slice(1) : cell;
