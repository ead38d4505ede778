/** Moving through the rows of a list by keyboard; the focus itself says which row is meant. */

const ROWS = 'main table tbody tr:not([aria-hidden] *)';

const rowsOnPage = (): HTMLTableRowElement[] => [
  ...document.querySelectorAll<HTMLTableRowElement>(ROWS),
];

const currentRow = (rows: HTMLTableRowElement[]): number =>
  rows.findIndex((row) => row.contains(document.activeElement));

/** The link of a row's name leads to its page; rows without one begin with their box or button. */
const targetIn = (row: HTMLTableRowElement): HTMLElement | null =>
  row.querySelector<HTMLElement>('a[href]') ?? row.querySelector<HTMLElement>('button');

/** To the next row (1) or the one before (-1); from outside the list to its first or last. */
export function focusRow(step: 1 | -1): void {
  const rows = rowsOnPage();
  const current = currentRow(rows);
  const next = current === -1 ? (step === 1 ? 0 : rows.length - 1) : current + step;
  const row = rows[next];
  const target = row && targetIn(row);
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}

/** Ticks or unticks the row that has the focus. */
export function tickRow(): void {
  const rows = rowsOnPage();
  rows[currentRow(rows)]?.querySelector<HTMLElement>('[role="checkbox"]')?.click();
}

export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('main input[name="search"]');
  field?.focus();
  field?.select();
}
