import { styled } from 'styled-components';

/**
 * Around the header of a page whose title or subtitle people typed: a name of 255 characters in the size of a title
 * would push everything out of the window, and either may be written from right to left.
 */
export const PageHeading = styled.div<{ $color?: string | null }>`
  h1,
  h1 + span,
  [data-strapi-header] p {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    unicode-bidi: plaintext;
    text-align: -webkit-match-parent;
    text-align: match-parent;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  [data-strapi-header] p {
    -webkit-line-clamp: 4;
  }
  ${({ $color }) =>
    $color &&
    `
    h1 {
      position: relative;
      padding-inline-start: 2.8rem;
    }
    h1::before {
      content: '';
      position: absolute;
      inset-block-start: calc(0.5lh - 0.8rem);
      inset-inline-start: 0;
      width: 1.6rem;
      height: 1.6rem;
      border-radius: 50%;
      background: ${$color};
    }
  `}
`;
