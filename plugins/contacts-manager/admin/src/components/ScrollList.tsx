import { Box } from '@strapi/design-system';
import { styled } from 'styled-components';

/** Of names there can be a thousand. */
export const ScrollList = styled(Box).attrs({ tag: 'ul' })`
  max-height: 20rem;
  overflow-y: auto;
`;
