import { Box, Typography } from '@strapi/design-system';
import { useId, type ReactNode } from 'react';

/** A titled card of the page. */
export function Panel({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <Box
      tag="section"
      aria-labelledby={id}
      background="neutral0"
      hasRadius
      shadow="filterShadow"
      padding={6}
      minWidth={0}
    >
      <Typography variant="delta" tag="h2" id={id}>
        {title}
      </Typography>
      {children}
    </Box>
  );
}
