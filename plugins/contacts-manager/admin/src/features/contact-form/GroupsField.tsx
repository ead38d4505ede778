import { Box, Field, Popover, Typography } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { useId } from 'react';
import { styled } from 'styled-components';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { CheckList } from '../../components/CheckList';
import { ChosenTags } from '../../components/ChosenTags';
import { useText } from '../../components/useText';
import { LeaveOut } from './LeaveOut';
import { useProblemText } from './useProblemText';
import type { FieldProblem } from './validate-entries';

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
`;

const Caret = styled(CaretDown)`
  flex: none;
`;

interface Props {
  /** documentIds */
  value: string[];
  problem: FieldProblem | undefined;
  onChange: (value: string[]) => void;
}

/** Any number of existing groups. */
export function GroupsField({ value, problem, onChange }: Props) {
  const t = useText();
  const id = useId();
  const problemText = useProblemText();
  const { data = [], isLoading } = useGetNamedRecordsQuery({ kind: 'groups' });
  const label = t('form.groups');
  return (
    <Field.Root id={id} error={problem ? problemText(problem) : undefined}>
      <Field.Label>{label}</Field.Label>
      <Popover.Root>
        <Popover.Trigger>
          <Opener type="button" id={id}>
            <Typography ellipsis textColor={value.length > 0 ? 'neutral800' : 'neutral600'}>
              {t('form.groups-chosen', { count: value.length })}
            </Typography>
            <Caret aria-hidden fill="neutral500" />
          </Opener>
        </Popover.Trigger>
        <Popover.Content aria-label={label}>
          <Box padding={3} width="32rem">
            <CheckList
              label={label}
              searchLabel={t('search.groups')}
              options={data}
              isLoading={isLoading}
              value={value}
              onChange={onChange}
              emptyText={t('filter.none.groups')}
            />
          </Box>
        </Popover.Content>
      </Popover.Root>
      <Field.Error />
      <LeaveOut problem={problem} onLeaveOut={() => onChange(value)} />
      <ChosenTags options={data} value={value} onChange={onChange} />
    </Field.Root>
  );
}
