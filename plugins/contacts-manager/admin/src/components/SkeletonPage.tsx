import { Box, Main } from '@strapi/design-system';
import { Layouts } from '@strapi/strapi/admin';
import type { ReactNode } from 'react';
import { SkeletonLines } from './SkeletonRows';

/** In the place of a page that is on its way: its heading, and the panels it will have. */
export function SkeletonPage({ children }: { children: ReactNode }) {
  return (
    <Main aria-busy>
      <Box padding={{ initial: 4, medium: 6, large: 10 }}>
        <SkeletonLines lines={2} />
      </Box>
      <Layouts.Content>{children}</Layouts.Content>
    </Main>
  );
}

/** A card whose text is on its way. */
export function SkeletonPanel({ lines }: { lines: number }) {
  return (
    <Box background="neutral0" hasRadius shadow="filterShadow" padding={6}>
      <SkeletonLines lines={lines} />
    </Box>
  );
}
