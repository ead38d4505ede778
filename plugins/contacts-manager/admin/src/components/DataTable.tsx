import { Box, Flex, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { css, styled } from 'styled-components';
import { useNextAddress } from './NextAddress';

export { SkeletonRows } from './SkeletonRows';

/**
 * A plain HTML table in the clothes of Strapi's. The design system's own is an ARIA grid, which takes every
 * control inside it out of the tab order and reads to a screen reader as a spreadsheet.
 */
const Frame = styled(Box)<{ $isScrolled: boolean }>`
  overflow-x: auto;
  ${({ $isScrolled, theme }) =>
    $isScrolled &&
    css`
      max-height: max(70vh, 36rem);
      overflow-y: auto;
      /* What the keyboard leads to is not to lie below the headers. */
      scroll-padding-top: 5.6rem;

      thead th {
        position: sticky;
        top: 0;
        z-index: 2;
        background: ${theme.colors.neutral0};
        box-shadow: inset 0 -1px ${theme.colors.neutral150};
      }
    `}
`;

/**
 * A phone has no room for columns: each row becomes a card, in which every value has the name of its column
 * above it and the actions stand in the corner. Of the headers only those stay that do something.
 */
export const NARROW = '600px';
/** More than any table has columns: boxes and actions stand beside all that the card holds. */
const WHOLE_CARD = '1 / span 20';

const cards = css`
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

const StyledTable = styled.table`
  width: 100%;
  border-collapse: collapse;
  white-space: nowrap;
  font-size: ${({ theme }) => theme.fontSizes[2]};

  th,
  td {
    padding: ${({ theme }) => `${theme.spaces[2]} ${theme.spaces[3]}`};
    height: 5.6rem;
    text-align: start;
    vertical-align: middle;
  }
  th {
    height: 4.8rem;
  }
  /* The eight columns of contacts fit a laptop's window. */
  @media (max-width: 1400px) {
    th,
    td {
      padding-inline: ${({ theme }) => theme.spaces[2]};
    }
  }
  th:first-of-type,
  td:first-of-type {
    padding-inline-start: ${({ theme }) => theme.spaces[4]};
  }
  thead tr,
  tbody tr:not(:last-of-type),
  tbody:not(:last-of-type) tr {
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tr {
    background: ${({ theme }) => theme.colors.neutral0};
  }
  tbody tr[data-ticked='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  /* Not the rows themselves: the pinned cells must go on covering what scrolls away below them. */
  &[aria-busy='true'] tbody:not([aria-hidden]) td > *,
  tbody[aria-busy='true'] td > * {
    opacity: 0.5;
  }
  ${cards}
`;

interface TableProps {
  /** What the table holds, for screen readers. */
  label: string;
  /** Dims the rows while newer ones are on their way; so does any address that is about to be opened. */
  isBusy?: boolean;
  /** Of more rows than can be drawn at once: they scroll below their headers, and this is how many there are. */
  rowCount?: number;
  children: ReactNode;
}

/** Scrolls inside its own box, so that the page never grows wider than the window. */
export function DataTable({ label, isBusy = false, rowCount, children }: TableProps) {
  const table = useRef<HTMLTableElement>(null);
  const isLeaving = useNextAddress() !== null;
  // New rows come with a new rendering of the table around them.
  useLayoutEffect(() => labelCells(table.current));
  return (
    <Frame
      $isScrolled={rowCount !== undefined}
      data-scroll
      // What scrolls must be scrolled by keyboard too, also where nothing in it takes the focus.
      {...(rowCount === undefined ? {} : { tabIndex: 0, role: 'region', 'aria-label': label })}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px"
    >
      <StyledTable
        ref={table}
        aria-label={label}
        aria-busy={isBusy || isLeaving}
        // With the row of the headers.
        aria-rowcount={rowCount === undefined ? undefined : rowCount + 1}
      >
        {children}
      </StyledTable>
    </Frame>
  );
}

interface RowsProps {
  /** The rows answer a former question: they can be seen, and neither clicked nor reached by keyboard. */
  isStale: boolean;
  children: ReactNode;
}

export function TableRows({ isStale, children }: RowsProps) {
  // React 18 knows `inert` as text only.
  return <tbody {...(isStale ? { inert: '' } : {})}>{children}</tbody>;
}

const SortButton = styled.button`
  display: inline-flex;
  align-items: center;
  gap: ${({ theme }) => theme.spaces[1]};
  cursor: pointer;
`;

const SortIcon = styled(CaretDown)<{ $direction: 'asc' | 'desc' | null }>`
  width: 1rem;
  height: 1rem;
  visibility: ${({ $direction }) => ($direction ? 'visible' : 'hidden')};
  transform: rotate(${({ $direction }) => ($direction === 'asc' ? '180deg' : '0deg')});
  path {
    fill: ${({ theme }) => theme.colors.neutral600};
  }
  ${SortButton}:hover &,
  ${SortButton}:focus-visible & {
    visibility: visible;
  }
`;

interface HeadCellProps {
  label: string;
  sort?: { direction: 'asc' | 'desc' | null; onSort: () => void };
}

const ARIA_SORT = { asc: 'ascending', desc: 'descending' } as const;

function HeadText({ label }: { label: string }) {
  return (
    <Typography variant="sigma" textColor="neutral600">
      {label}
    </Typography>
  );
}

export function HeadCell({ label, sort }: HeadCellProps) {
  const text = <HeadText label={label} />;
  if (!sort) return <th scope="col">{text}</th>;
  return (
    <th scope="col" aria-sort={sort.direction ? ARIA_SORT[sort.direction] : 'none'}>
      <SortButton type="button" onClick={sort.onSort}>
        {text}
        <SortIcon aria-hidden $direction={sort.direction} />
      </SortButton>
    </th>
  );
}

/** The last cell, always in reach however far the table is scrolled. Its own background covers what passes below. */
const pinned = css`
  position: sticky;
  inset-inline-end: 0;
  z-index: 1;
  width: 1%;
  background: inherit;

  &::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-end: 100%;
    width: 1.6rem;
    background: inherit;
    mask-image: linear-gradient(to right, transparent, black);
    pointer-events: none;
  }
  @media (max-width: ${NARROW}) {
    position: static;
    grid-column: -2 / -1;
    grid-row: ${WHOLE_CARD};
    width: auto;

    &::before {
      content: none;
    }
  }
`;

const PinnedHead = styled.th`
  ${pinned}
`;

const PinnedCell = styled.td`
  ${pinned}
`;

export function ActionsHead({ label }: { label: string }) {
  return (
    <PinnedHead scope="col">
      <HeadText label={label} />
    </PinnedHead>
  );
}

export function ActionsCell({ children }: { children?: ReactNode }) {
  return (
    <PinnedCell data-actions>
      <Flex justifyContent="flex-end">{children}</Flex>
    </PinnedCell>
  );
}
