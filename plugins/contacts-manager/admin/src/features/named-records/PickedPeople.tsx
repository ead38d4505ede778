import { Box, Checkbox, Flex, Searchbar, Typography } from '@strapi/design-system';
import { useDeferredValue, useState } from 'react';
import { formatPhone } from '../../../../shared/phone';
import { useGetContactsQuery } from '../../api/contacts';
import { StatusBadge } from '../../components/StatusBadge';
import { UserText } from '../../components/UserText';
import { useText } from '../../components/useText';

/** As many as fit without a second list inside the dialog. */
const SHOWN = 10;

interface Props {
  /** documentIds */
  value: string[];
  onChange: (value: string[]) => void;
}

/** People found by name, number or e-mail and ticked; ticks stay while one searches on. */
export function PickedPeople({ value, onChange }: Props) {
  const t = useText();
  const [search, setSearch] = useState('');
  const asked = useDeferredValue(search.trim());
  const { data } = useGetContactsQuery(
    { search: asked, page: 1, pageSize: SHOWN },
    { skip: asked === '' },
  );
  const hits = asked === '' ? [] : (data?.results ?? []);
  const toggle = (id: string) =>
    onChange(value.includes(id) ? value.filter((other) => other !== id) : [...value, id]);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Searchbar
        name="people"
        value={search}
        maxLength={200}
        onChange={(event) => setSearch(event.target.value)}
        onClear={() => setSearch('')}
        clearLabel={t('search.clear')}
        placeholder={t('search.placeholder')}
      >
        {t('groups.people.search')}
      </Searchbar>
      <Box role="group" aria-label={t('groups.people.pick')}>
        {hits.map(({ documentId, name, primaryContact, contactStatus }) => (
          <Flex key={documentId} justifyContent="space-between" gap={2} padding={2}>
            <Checkbox
              checked={value.includes(documentId)}
              onCheckedChange={() => toggle(documentId)}
            >
              <Flex gap={2} wrap="wrap">
                <UserText maxWidth="20rem">{name}</UserText>
                <Typography textColor="neutral600" dir="ltr">
                  {formatPhone(primaryContact)}
                </Typography>
              </Flex>
            </Checkbox>
            {contactStatus === 'active' ? null : <StatusBadge status={contactStatus} />}
          </Flex>
        ))}
      </Box>
      {asked !== '' && data?.results.length === 0 ? (
        <Typography textColor="neutral600">{t('search.no-option')}</Typography>
      ) : null}
      {value.length > 0 ? (
        <Typography aria-live="polite">
          {t('groups.people.ticked', { count: value.length })}
        </Typography>
      ) : null}
    </Flex>
  );
}
