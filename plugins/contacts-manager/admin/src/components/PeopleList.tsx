import { Box, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import { useText } from './useText';

/** Of names there can be a thousand. */
const Scroll = styled(Box)`
  max-height: 20rem;
  overflow-y: auto;
`;

/** The people an answer names, as list items, and how many more there are. */
export function PeopleList({ unlisted, children }: { unlisted: number; children: ReactNode }) {
  const t = useText();
  return (
    <Scroll tag="ul">
      {children}
      {unlisted > 0 ? (
        <Typography tag="li" textColor="neutral600">
          {t('skipped.unlisted', { count: unlisted })}
        </Typography>
      ) : null}
    </Scroll>
  );
}
