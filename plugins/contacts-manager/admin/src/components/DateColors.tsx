import { createGlobalStyle } from 'styled-components';

/** Gives the browser's own parts of a date field, such as its calendar button, the colours of the theme. */
export const DateColors = createGlobalStyle`
  input[type='date'] {
    color-scheme: ${({ theme }) => theme.colorScheme};
  }
`;
