import { Flex, Modal } from '@strapi/design-system';
import { styled } from 'styled-components';

/**
 * Names are part of titles, and a name may be one word of 255 characters: it wraps, Close stays in reach, and
 * on a phone the question below stays in sight. `title` is to hold the whole.
 */
export const DialogTitle = styled(Modal.Title)`
  display: -webkit-box;
  flex: 1;
  min-width: 0;
  margin-inline-end: ${({ theme }) => theme.spaces[3]};
  overflow: hidden;
  overflow-wrap: anywhere;
  -webkit-box-orient: vertical;
  -webkit-line-clamp: 6;
`;

/** What a dialog says: names, reasons and groups of any length stay inside it. */
export const DialogText = styled(Flex)`
  min-width: 0;
  overflow-wrap: anywhere;
`;
