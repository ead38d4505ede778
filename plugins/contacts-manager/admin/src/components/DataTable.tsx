import { Box, Flex, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import type { ReactNode } from 'react';
import { keyframes, styled } from 'styled-components';

/**
 * A plain HTML table in the clothes of Strapi's. The design system's own is an ARIA grid, which takes every
 * control inside it out of the tab order and reads to a screen reader as a spreadsheet.
 */
const Frame = styled(Box)`
  overflow-x: auto;
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
  th:first-of-type,
  td:first-of-type {
    padding-inline-start: ${({ theme }) => theme.spaces[4]};
  }
  thead tr,
  tbody tr:not(:last-of-type) {
    border-bottom: 1px solid ${({ theme }) => theme.colors.neutral150};
  }
  tr {
    background: ${({ theme }) => theme.colors.neutral0};
  }
  tbody tr[data-ticked='true'] {
    background: ${({ theme }) => theme.colors.primary100};
  }
  &[aria-busy='true'] tbody {
    opacity: 0.5;
  }
`;

interface TableProps {
  /** What the table holds, for screen readers. */
  label: string;
  /** Dims the rows while newer ones are on their way. */
  isBusy?: boolean;
  children: ReactNode;
}

/** Scrolls inside its own box, so that the page never grows wider than the window. */
export function DataTable({ label, isBusy = false, children }: TableProps) {
  return (
    <Frame
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      borderColor="neutral150"
      borderStyle="solid"
      borderWidth="1px"
    >
      <StyledTable aria-label={label} aria-busy={isBusy}>
        {children}
      </StyledTable>
    </Frame>
  );
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

export function HeadCell({ label, sort }: HeadCellProps) {
  const text = (
    <Typography variant="sigma" textColor="neutral600">
      {label}
    </Typography>
  );
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

const PinnedCell = styled.td`
  position: sticky;
  inset-inline-end: 0;
  background: inherit;
  width: 1%;
  /* Fades out the columns that scroll away below it. */
  box-shadow: -1.2rem 0 1.2rem -0.8rem ${({ theme }) => theme.colors.neutral0};
`;

/** The last cell, always in reach however far the table is scrolled. */
export function ActionsCell({ children }: { children?: ReactNode }) {
  return (
    <PinnedCell>
      <Flex justifyContent="flex-end">{children}</Flex>
    </PinnedCell>
  );
}

const pulse = keyframes`
  50% {
    opacity: 0.4;
  }
`;

const Bar = styled(Box)`
  @media (prefers-reduced-motion: no-preference) {
    animation: ${pulse} 1.4s ease-in-out infinite;
  }
`;

/** Grey bars where rows will be. */
export function SkeletonRows({ rows, columns }: { rows: number; columns: number }) {
  return (
    <tbody aria-hidden>
      {Array.from({ length: rows }, (_row, row) => (
        <tr key={row}>
          {Array.from({ length: columns }, (_column, column) => (
            <td key={column}>
              <Bar background="neutral150" hasRadius height="1.2rem" width="70%" />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
