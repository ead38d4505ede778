import { css } from 'styled-components';

/**
 * A phone has no room for columns: each row becomes a card, in which every value has the name of its column
 * above it and the actions stand in the corner. Of the headers only those stay that do something.
 */
export const NARROW = '600px';
/** More than any table has columns: boxes and actions stand beside all that the card holds. */
export const WHOLE_CARD = '1 / span 20';

export const cards = css`
  @media (max-width: ${NARROW}) {
    &,
    thead,
    tbody {
      display: block;
      white-space: normal;
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[4]}`};
      padding: ${({ theme }) => theme.spaces[3]};
    }
    thead tr:not(:has(button)),
    th:not(:has(button)) {
      display: none;
    }
    tbody tr {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      column-gap: ${({ theme }) => theme.spaces[3]};
      padding: ${({ theme }) => theme.spaces[3]};
    }
    tbody tr:has(> [data-actions]) {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr) auto;
    }
    tbody tr[data-ticked]:has(> [data-actions]) {
      grid-template-columns: auto minmax(0, 1fr) minmax(0, 1fr) auto;
    }
    tbody tr[data-ticked] > td:first-of-type {
      grid-column: 1;
      grid-row: ${WHOLE_CARD};
    }
    th,
    td,
    th:first-of-type,
    td:first-of-type {
      height: auto;
      min-width: 0;
      padding: 0;
      padding-block-end: ${({ theme }) => theme.spaces[2]};
      vertical-align: top;
      overflow-wrap: anywhere;
    }
    /* However wide they may be in a column, values keep to their half. */
    td :is(div, span, a, p) {
      max-width: 100%;
    }
    td:has(> [data-empty]) {
      display: none;
    }
    /* Long titles wrap inside their half of the card. */
    td a,
    td a * {
      min-width: 0;
      max-width: 100%;
      white-space: normal;
    }
    td[data-label]:not([data-label=''], [data-actions])::before {
      content: attr(data-label);
      display: block;
      color: ${({ theme }) => theme.colors.neutral600};
      font-size: ${({ theme }) => theme.fontSizes[0]};
    }
  }
`;

/** Each cell carries the name of its column, for cards. Rows that come later than the table are labelled by whoever adds them. */
export function labelCells(table: HTMLTableElement | null): void {
  const labels = [...(table?.tHead?.rows[0]?.cells ?? [])].map(({ textContent }) => textContent);
  for (const row of table?.querySelectorAll<HTMLTableRowElement>('tbody tr') ?? []) {
    [...row.cells].forEach((cell, index) => {
      cell.dataset.label = labels[index] ?? '';
    });
  }
}
