import { Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useRef } from 'react';
import { styled } from 'styled-components';
import { UserText } from '../../components/UserText';
import { useText } from '../../components/useText';
import type { ListAddress } from './list-address';
import { useFilterChips } from './useFilterChips';

const Chip = styled(Tag)`
  max-width: 100%;
  > span {
    min-width: 0;
  }
  > button {
    flex: none;
  }
`;

interface Props {
  address: ListAddress;
  onChange: (patch: Partial<ListAddress>) => void;
}

/** All that narrows the list, each with a button that takes it away. */
export function FilterChips({ address, onChange }: Props) {
  const t = useText();
  const chips = useFilterChips(address);
  const list = useRef<HTMLUListElement>(null);
  if (chips.length === 0) return null;
  return (
    <Flex tag="ul" ref={list} tabIndex={-1} aria-label={t('chip.label')} gap={2} wrap="wrap">
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <Chip
            icon={<Cross aria-hidden />}
            label={t('chip.remove', { text })}
            onClick={() => {
              // The button that was pressed goes away with its filter.
              list.current?.focus({ preventScroll: true });
              onChange(without);
            }}
          >
            <UserText variant="pi" fontWeight="bold" maxWidth="32rem">
              {text}
            </UserText>
          </Chip>
        </li>
      ))}
    </Flex>
  );
}
