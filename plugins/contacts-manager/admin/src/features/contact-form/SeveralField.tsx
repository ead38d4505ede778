import { Box, Field, Popover, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { useId, type ReactNode } from 'react';
import { styled } from 'styled-components';
import { CheckList, type CheckOption } from '../../components/CheckList';
import { ChosenTags } from '../../components/ChosenTags';

/** A button in the clothes of the select boxes around it. */
const Opener = styled.button`
  display: flex;
  align-items: center;
  justify-content: space-between;
  gap: ${({ theme }) => theme.spaces[2]};
  width: 100%;
  height: 5rem;
  padding: 0 ${({ theme }) => theme.spaces[4]};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral200};
  border-radius: ${({ theme }) => theme.borderRadius};
  cursor: pointer;

  ${({ theme }) => theme.breakpoints.medium} {
    height: 4rem;
  }
  &[aria-invalid='true'] {
    border-color: ${({ theme }) => theme.colors.danger600};
  }
`;

const Caret = styled(CaretDown)`
  flex: none;
`;

interface Props {
  label: string;
  searchLabel: string;
  /** On the button: how many are chosen, or what to do. */
  summary: string;
  emptyText: string;
  hint?: string | undefined;
  isRequired?: boolean;
  problem: string | undefined;
  options: readonly CheckOption[];
  isLoading?: boolean;
  /** documentIds */
  value: string[];
  onChange: (value: string[]) => void;
  /** Below the field's error. */
  children?: ReactNode;
}

/** Any number out of a list. */
export function SeveralField(props: Props) {
  const { label, summary, problem, options, value, onChange } = props;
  const id = useId();
  return (
    <Field.Root id={id} hint={props.hint} required={props.isRequired ?? false} error={problem}>
      <Field.Label>{label}</Field.Label>
      <Popover.Root>
        <Popover.Trigger>
          <Opener type="button" id={id} aria-invalid={problem !== undefined}>
            <Typography ellipsis textColor={value.length > 0 ? 'neutral800' : 'neutral600'}>
              {summary}
            </Typography>
            <Caret aria-hidden fill="neutral500" />
          </Opener>
        </Popover.Trigger>
        <Popover.Content aria-label={label}>
          <Box padding={3} width="32rem">
            <CheckList
              label={label}
              searchLabel={props.searchLabel}
              options={options}
              isLoading={props.isLoading ?? false}
              value={value}
              onChange={onChange}
              emptyText={props.emptyText}
            />
          </Box>
        </Popover.Content>
      </Popover.Root>
      <Field.Hint />
      <Field.Error />
      {props.children}
      <ChosenTags options={options} value={value} onChange={onChange} />
    </Field.Root>
  );
}
