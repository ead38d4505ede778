import { Box, Flex, VisuallyHidden } from '@strapi/design-system';
import { keyframes, styled } from 'styled-components';
import { useText } from './useText';

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

/** The same where there is no table: lines of a text or a list. */
export function SkeletonLines({ lines, gap = 4 }: { lines: number; gap?: number }) {
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={gap} width="100%" aria-busy>
      <VisuallyHidden role="status">{t('list.loading')}</VisuallyHidden>
      {Array.from({ length: lines }, (_line, line) => (
        <Bar
          key={line}
          aria-hidden
          background="neutral150"
          hasRadius
          height="1.2rem"
          width={line % 2 === 0 ? '70%' : '45%'}
        />
      ))}
    </Flex>
  );
}
