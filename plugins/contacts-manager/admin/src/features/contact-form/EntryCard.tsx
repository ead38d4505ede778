import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Trash } from '@strapi/icons';
import type { ReactNode } from 'react';
import { useText } from '../../components/useText';

interface Props {
  /** 1-based. */
  number: number;
  /** Undefined for the only entry, which cannot be removed. */
  onRemove: (() => void) | undefined;
  children: ReactNode;
}

export function EntryCard({ number, onRemove, children }: Props) {
  const t = useText();
  const title = t('form.entry', { number });
  return (
    <Box
      tag="section"
      aria-label={title}
      background="neutral0"
      hasRadius
      shadow="filterShadow"
      padding={6}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        {onRemove ? (
          <Flex justifyContent="space-between">
            <Typography variant="delta" tag="h2">
              {title}
            </Typography>
            <Button variant="danger-light" size="S" startIcon={<Trash />} onClick={onRemove}>
              {t('form.remove')}
            </Button>
          </Flex>
        ) : null}
        {children}
      </Flex>
    </Box>
  );
}
