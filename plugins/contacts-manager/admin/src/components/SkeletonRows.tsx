import { Box } from '@strapi/design-system';
import { keyframes, styled } from 'styled-components';

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
