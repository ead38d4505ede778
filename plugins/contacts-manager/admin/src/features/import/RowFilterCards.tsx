import { Box, Flex, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { styled } from 'styled-components';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { countOf, shownFilters, type RowFilter, type Tense } from './row-filters';

const Cards = styled(Box)`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
`;

const Card = styled.button`
  cursor: pointer;
  text-align: start;
  padding: ${({ theme }) => theme.spaces[4]};
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 1px solid ${({ theme }) => theme.colors.neutral150};
  background: ${({ theme }) => theme.colors.neutral0};
  box-shadow: ${({ theme }) => theme.shadows.tableShadow};

  &:hover:not(:disabled) {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &[aria-pressed='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
    background: ${({ theme }) => theme.colors.primary100};
  }
  &:disabled {
    cursor: default;
    box-shadow: none;
  }
`;

interface Props {
  view: ImportView;
  tense: Tense;
  current: RowFilter;
  onChange: (filter: RowFilter) => void;
}

const colorOf = (filter: RowFilter, count: number) => {
  if (count === 0) return 'neutral500';
  if (filter === 'reject') return 'danger600';
  return filter === 'taken' ? 'warning600' : 'neutral800';
};

/** The counts, each of which shows its rows. */
export function RowFilterCards({ view, tense, current, onChange }: Props) {
  const t = useText();
  const { formatNumber } = useIntl();
  return (
    <Cards role="group" aria-label={t('import.rows.filters')}>
      {shownFilters(view, tense).map((filter) => {
        const count = countOf(view, tense, filter);
        return (
          <Card
            key={filter}
            type="button"
            aria-pressed={filter === current}
            disabled={count === 0 && filter !== current}
            onClick={() => onChange(filter)}
          >
            <Flex direction="column" alignItems="flex-start" gap={1}>
              <Typography variant="beta" textColor={colorOf(filter, count)}>
                {formatNumber(count)}
              </Typography>
              <Typography variant="pi" textColor="neutral600">
                {t(`import.rows.${tense}.${filter}`)}
              </Typography>
            </Flex>
          </Card>
        );
      })}
    </Cards>
  );
}
