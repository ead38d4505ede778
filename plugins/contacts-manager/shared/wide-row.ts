/**
 * The first of these rows that is about as wide as the table they begin: a title above it has a cell or two. -1 when
 * no row has two cells.
 */
export function findWideRow(rows: readonly { cells: readonly string[] }[]): number {
  const widths = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length);
  const widest = Math.max(0, ...widths);
  return widths.findIndex((width) => width > 1 && width * 2 > widest);
}
