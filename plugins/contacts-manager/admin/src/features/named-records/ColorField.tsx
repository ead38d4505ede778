import { Flex, Typography } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useId, useRef, type KeyboardEvent } from 'react';
import { styled } from 'styled-components';
import { useText } from '../../components/useText';
import { ColorDot } from './ColorDot';
import { RECORD_COLORS, RECORD_COLOR_NAMES, readColor } from './record-colors';

const Swatch = styled.button`
  display: flex;
  align-items: center;
  justify-content: center;
  width: 3.2rem;
  height: 3.2rem;
  cursor: pointer;
  border-radius: ${({ theme }) => theme.borderRadius};
  border: 2px solid transparent;

  &:hover {
    background: ${({ theme }) => theme.colors.neutral150};
  }
  &[aria-checked='true'] {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
`;

interface Choice {
  hex: string | null;
  label: string;
}

interface Props {
  value: string | null;
  onChange: (color: string | null) => void;
}

const STEPS: Partial<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
};

/** One of a few colours, or none; a colour from elsewhere stays among the choices. */
export function ColorField({ value, onChange }: Props) {
  const t = useText();
  const labelId = useId();
  const group = useRef<HTMLDivElement>(null);
  const current = readColor(value);
  const palette: Choice[] = RECORD_COLOR_NAMES.map((name) => ({
    hex: RECORD_COLORS[name],
    label: t(`groups.color.${name}`),
  }));
  const isOwn = current !== null && palette.every(({ hex }) => hex !== current);
  const choices: Choice[] = [
    { hex: null, label: t('groups.color.none') },
    ...palette,
    ...(isOwn ? [{ hex: current, label: current }] : []),
  ];

  // A radio group is one stop of the Tab key; the arrow keys choose within it.
  const handleKey = (event: KeyboardEvent, index: number) => {
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = (index + step + choices.length) % choices.length;
    const choice = choices[next];
    if (choice) onChange(choice.hex);
    group.current?.querySelectorAll('button')[next]?.focus();
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography id={labelId} variant="pi" fontWeight="bold">
        {t('groups.color')}
      </Typography>
      <Flex ref={group} role="radiogroup" aria-labelledby={labelId} wrap="wrap" gap={1}>
        {choices.map(({ hex, label }, index) => (
          <Swatch
            key={hex ?? 'none'}
            type="button"
            role="radio"
            aria-checked={hex === current}
            aria-label={label}
            title={label}
            tabIndex={hex === current ? 0 : -1}
            onClick={() => onChange(hex)}
            onKeyDown={(event) => handleKey(event, index)}
          >
            {hex === null ? (
              <Cross aria-hidden width="1.4rem" height="1.4rem" fill="neutral600" />
            ) : (
              <ColorDot color={hex} size="1.8rem" />
            )}
          </Swatch>
        ))}
      </Flex>
    </Flex>
  );
}
