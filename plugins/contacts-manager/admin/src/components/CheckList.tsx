import { Box, Checkbox, Flex, Searchbar, Typography } from '@strapi/design-system';
import { useMemo, useState } from 'react';
import { styled } from 'styled-components';
import { fold } from '../../../shared/text';
import { SkeletonLines } from './SkeletonRows';
import { useText } from './useText';
import { UserText } from './UserText';

export interface CheckOption {
  documentId: string;
  name: string;
}

interface Props {
  /** What is chosen here, such as "Groups": the name of the list for screen readers. */
  label: string;
  searchLabel: string;
  /** Starts with the cursor in the search. */
  isSearchFirst?: boolean;
  options: readonly CheckOption[];
  isLoading: boolean;
  /** documentIds */
  value: readonly string[];
  onChange: (value: string[]) => void;
  emptyText: string;
}

/** Below this a list is read faster than searched. */
const SEARCH_FROM = 8;
/** As many rows as a browser draws without a pause; the search reaches the others. */
const ROWS_SHOWN = 300;

const List = styled(Box)`
  overflow-y: auto;
  max-height: 24rem;
`;

const Row = styled(Box)`
  border-radius: ${({ theme }) => theme.borderRadius};
  &:hover {
    background: ${({ theme }) => theme.colors.primary100};
  }
  label {
    cursor: pointer;
    flex: 1;
    min-width: 0;
  }
`;

/** Ticking several names out of many, with a search that forgives accents and case. */
export function CheckList(props: Props) {
  const { label, searchLabel, options, isLoading, value, onChange, emptyText } = props;
  const t = useText();
  const [search, setSearch] = useState('');
  // Ticked names come first, but only when the list opens: rows must not jump under the pointer.
  const [first] = useState(() => new Set(value));
  const sorted = useMemo(
    () =>
      options.toSorted((a, b) => Number(first.has(b.documentId)) - Number(first.has(a.documentId))),
    [options, first],
  );
  const hits = sorted.filter(({ name }) => fold(name).includes(fold(search.trim())));
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);

  if (isLoading) return <SkeletonLines lines={4} />;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {options.length >= SEARCH_FROM ? (
        <Searchbar
          name="options"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
          onClear={() => setSearch('')}
          clearLabel={t('search.clear')}
          placeholder={searchLabel}
          autoFocus={props.isSearchFirst ?? false}
        >
          {searchLabel}
        </Searchbar>
      ) : null}
      <List role="group" aria-label={label}>
        {hits.slice(0, ROWS_SHOWN).map(({ documentId, name }) => (
          <Row key={documentId} padding={2}>
            <Checkbox
              checked={value.includes(documentId)}
              onCheckedChange={() => toggle(documentId)}
            >
              <UserText maxWidth="30rem">{name}</UserText>
            </Checkbox>
          </Row>
        ))}
        {hits.length === 0 ? (
          <Box padding={2}>
            <Typography textColor="neutral600">
              {options.length === 0 ? emptyText : t('search.no-option')}
            </Typography>
          </Box>
        ) : null}
      </List>
      {hits.length > ROWS_SHOWN ? (
        <Typography variant="pi" textColor="neutral600">
          {t('search.more-options', { count: hits.length - ROWS_SHOWN })}
        </Typography>
      ) : null}
    </Flex>
  );
}
