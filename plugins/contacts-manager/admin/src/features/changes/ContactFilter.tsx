import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { SEARCH_MAX } from '../../../../shared/filter';
import { formatPhone } from '../../../../shared/phone';
import { useGetContactQuery, useGetContactsQuery } from '../../api/contacts';
import { useText } from '../../components/useText';

interface Props {
  /** documentId, or empty for everybody. */
  value: string;
  onChange: (documentId: string) => void;
}

const PAUSE_MS = 300;
const OFFERED = 10;

const describe = ({ name, primaryContact }: ContactView) =>
  `${name} · ${formatPhone(primaryContact)}`;

/** Whose changes: one contact, found by name, number or e-mail. */
export function ContactFilter({ value, onChange }: Props) {
  const t = useText();
  /** null: nothing was typed, and the box shows whom the address names. */
  const [typed, setTyped] = useState<string | null>(null);
  const search = useDebounce((typed ?? '').trim().slice(0, SEARCH_MAX), PAUSE_MS);
  const found = useGetContactsQuery(
    { search, page: 1, pageSize: OFFERED },
    { skip: search === '' },
  );
  const chosen = useGetContactQuery(value, { skip: value === '' });
  const hits = search === '' ? [] : (found.currentData?.results ?? []);
  const offered = [
    ...(chosen.currentData ? [chosen.currentData] : []),
    ...hits.filter(({ documentId }) => documentId !== value),
  ];
  return (
    <Field.Root width="28rem" maxWidth="100%">
      <Field.Label>{t('history.filter.contact')}</Field.Label>
      <Combobox
        size="S"
        value={value}
        placeholder={t('history.filter.contact-search')}
        clearLabel={t('history.filter.all-contacts')}
        loading={found.isFetching}
        loadingMessage={t('list.loading')}
        noOptionsMessage={() =>
          t(search === '' ? 'history.filter.contact-type' : 'history.filter.contact-none')
        }
        // The server has searched already, by more than what the option shows.
        autocomplete="both"
        filterValue=""
        textValue={typed ?? (value === '' ? '' : (chosen.currentData?.name ?? ''))}
        onTextValueChange={setTyped}
        onClear={() => {
          setTyped(null);
          onChange('');
        }}
        onChange={(documentId) => {
          if (documentId) onChange(documentId);
        }}
      >
        {offered.map((contact) => (
          <ComboboxOption
            key={contact.documentId}
            value={contact.documentId}
            textValue={contact.name}
          >
            {describe(contact)}
          </ComboboxOption>
        ))}
      </Combobox>
    </Field.Root>
  );
}
