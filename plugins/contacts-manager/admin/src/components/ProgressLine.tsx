import { ProgressBar } from '@strapi/design-system';
import { styled } from 'styled-components';

// The design system draws its bar for dark backdrops of uploads; on a page it needs the page's colours.
const Line = styled(ProgressBar)`
  width: 100%;
  background-color: ${({ theme }) => theme.colors.neutral200};

  & > * {
    background-color: ${({ theme }) => theme.colors.primary600};
  }
`;

/** `progress` goes from 0 to 1; `label` names what is under way. */
export function ProgressLine({ progress, label }: { progress: number; label: string }) {
  const percent = Math.round(Math.min(Math.max(progress, 0), 1) * 100);
  // The component keeps `value` for its drawing, so that a screen reader would hear no number.
  return <Line value={percent} aria-valuenow={percent} aria-label={label} />;
}
