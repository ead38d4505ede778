import { Box, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import { useText } from '../../components/useText';
import { useValueChanges } from './change-text';

const List = styled(Box)`
  display: grid;
  grid-template-columns: minmax(12rem, max-content) 1fr;
  gap: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[4]}`};
  margin: 0;
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`;

const Was = styled(Typography)`
  text-decoration: line-through;
`;

interface Props {
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** What changed of one contact, field by field. */
export function ValueChanges({ before, after }: Props) {
  const t = useText();
  const changes = useValueChanges()(before, after);
  if (changes.length === 0) {
    return <Typography textColor="neutral600">{t('change.no-visible')}</Typography>;
  }
  return (
    <List tag="dl">
      {changes.map((change) => (
        <Line key={change.label} {...change} />
      ))}
    </List>
  );
}

function Line({ label, before, after }: { label: string; before: string; after: string }) {
  const t = useText();
  return (
    <>
      <Typography tag="dt" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="dd" dir="auto" textColor="neutral800">
        {before ? <Was textColor="neutral600">{before}</Was> : null}
        {before && after ? ` ${t('change.arrow')} ` : null}
        {after}
      </Typography>
    </>
  );
}
