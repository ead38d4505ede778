/** Names that a sentence can list and still be read. */
const NAMED = 20;

/** Of `sheet.not-found`: the sheets there are. A file of a kind without sheets has one without a name. */
export function sheetNotFound(asked: string, sheets: readonly string[]): string {
  const names = sheets.filter((name) => name !== '').map((name) => `"${name}"`);
  if (names.length === 0) return 'A file of this kind has no sheets: leave the name out.';
  const others = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const listed = names.slice(0, NAMED).join(', ');
  return `The file has no sheet "${asked}" that shows and has rows. Choose among ${listed}${others}.`;
}

/** Of `header-row.not-found`: which row it was. */
export const headerRowNotFound = (row: number): string =>
  `There is nothing in row ${row}. Choose the row that names the columns, among the first rows of the sheet.`;

/** Of `file.too-many-rows`: the limit that is set. */
export const tooManyRows = (limit: number): string =>
  `The file has more than ${limit.toLocaleString('en')} rows, the most that an import may have here. Split it into smaller files.`;
