import { Box, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import { useText } from '../../components/useText';
import type { Option } from './merge-options';

const Value = styled.bdi`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`;

interface Props<T> {
  label: string;
  options: Option<T>[];
  value: T;
  onChange: (value: T) => void;
  /** Of the value that says nothing. */
  emptyText?: string;
}

/** Which of some values stays; nothing to see where there is one. */
export function OptionField<T>({ label, options, value, onChange, emptyText }: Props<T>) {
  const t = useText();
  const id = useId();
  if (options.length < 2) return null;
  const chosen = options.findIndex((option) => option.value === value);
  return (
    <Box>
      <Box paddingBottom={2}>
        <Typography id={id} variant="pi" fontWeight="bold">
          {label}
        </Typography>
      </Box>
      <Radio.Group
        aria-labelledby={id}
        value={String(chosen)}
        onValueChange={(position) => {
          const option = options[Number(position)];
          if (option) onChange(option.value);
        }}
      >
        {options.map(({ text }, position) => (
          <Radio.Item key={position} value={String(position)}>
            <Value>{text ?? emptyText ?? t('merge.none')}</Value>
          </Radio.Item>
        ))}
      </Radio.Group>
    </Box>
  );
}
