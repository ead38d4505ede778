import { Box, Flex, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { useLayoutEffect, useRef, type ReactNode } from 'react';
import { css, styled } from 'styled-components';
import { useNextAddress } from './NextAddress';
import { cards, labelCells, NARROW, WHOLE_CARD } from './table-cards';

export { SkeletonRows } from './SkeletonRows';
export { labelCells, NARROW } from './table-cards';

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
