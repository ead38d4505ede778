import {
  Box,
  Button,
  Field,
  Flex,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { CaretDown, CaretUp } from '@strapi/icons';
import { useState } from 'react';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import { CONTACT_STATUSES } from '../../../../shared/status';
import { useText } from '../../components/useText';
import { FilterChips } from '../contacts/FilterChips';
import { FilterSections } from '../contacts/FilterSections';
import { GroupFilter } from '../contacts/GroupFilter';
import { Impact } from '../contacts/Impact';
import { RecordFilter } from '../contacts/RecordFilter';
import { SearchField } from '../contacts/SearchField';
import type { AskedPeople } from './asked-people';

interface Props {
  value: AskedPeople;
  onChange: (value: AskedPeople) => void;
  /** Whether the filter says anything yet. */
  isAsked: boolean;
  /** What adding them would do. */
  preview: { currentData?: BulkAnswer | undefined; isFetching: boolean };
}

/** Everybody who matches a filter, and how many of them are new to the group. */
export function FilteredPeople({ value, onChange, isAsked, preview }: Props) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const { address } = value;
  const change = (patch: Partial<AskedPeople['address']>) =>
    onChange({ ...value, address: { ...address, ...patch } });
  const answer = preview.isFetching ? undefined : preview.currentData;
  const isNobody = answer !== undefined && answer.applied + answer.skippedCount === 0;
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      <Flex gap={2} wrap="wrap" alignItems="flex-end">
        <Field.Root width="16rem">
          <Field.Label>{t('groups.people.status')}</Field.Label>
          <SingleSelect
            size="S"
            value={value.status}
            placeholder={t('groups.people.any-status')}
            clearLabel={t('groups.people.any-status')}
            onClear={() => onChange({ ...value, status: '' })}
            onChange={(chosen) =>
              onChange({ ...value, status: CONTACT_STATUSES.find((one) => one === chosen) ?? '' })
            }
          >
            {CONTACT_STATUSES.map((status) => (
              <SingleSelectOption key={status} value={status}>
                {t(`status.${status}`)}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        <SearchField value={address.search} onChange={(search) => change({ search })} />
      </Flex>
      <Flex gap={2} wrap="wrap">
        <RecordFilter
          kind="categories"
          value={address.category}
          onChange={(category) => change({ category })}
        />
        <GroupFilter value={address} onChange={change} />
        <Button
          variant="tertiary"
          size="S"
          aria-expanded={isOpen}
          endIcon={isOpen ? <CaretUp aria-hidden /> : <CaretDown aria-hidden />}
          onClick={() => setOpen(!isOpen)}
        >
          {t('filters.more')}
        </Button>
      </Flex>
      {isOpen ? <FilterSections filter={address} onChange={change} /> : null}
      <FilterChips address={address} onChange={change} />
      <Box aria-live="polite">
        {!isAsked ? (
          <Typography textColor="neutral600">{t('groups.people.filter-first')}</Typography>
        ) : isNobody ? (
          <Typography fontWeight="semiBold">{t('groups.people.nobody')}</Typography>
        ) : (
          <Impact verb="add-to-groups" preview={preview} />
        )}
      </Box>
    </Flex>
  );
}
