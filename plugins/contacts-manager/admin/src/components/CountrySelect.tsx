import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { listCountries } from './country-list';
import { useText } from './useText';

interface Props {
  /** ISO 3166-1 alpha-2; empty means none. */
  value: string;
  hint?: string;
  placeholder: string;
  error?: string | undefined;
  onChange: (country: string) => void;
}

/** Country for numbers without country code. */
export function CountrySelect({ value, hint, placeholder, error, onChange }: Props) {
  const t = useText();
  const { locale } = useIntl();
  const countries = useMemo(() => listCountries(locale), [locale]);
  return (
    <Field.Root name="country" hint={hint} error={error} width="100%">
      <Field.Label>{t('import.country.label')}</Field.Label>
      <Combobox
        value={value}
        // The combobox finds no text for a value that it starts with.
        defaultTextValue={countries.find(({ code }) => code === value)?.label}
        onChange={(country) => onChange(country)}
        onClear={() => onChange('')}
        clearLabel={t('import.country.clear')}
        placeholder={placeholder}
        autocomplete={{ type: 'list', filter: 'contains' }}
        noOptionsMessage={() => t('import.country.not-found')}
      >
        {countries.map(({ code, label }) => (
          <ComboboxOption key={code} value={code}>
            {label}
          </ComboboxOption>
        ))}
      </Combobox>
      {hint !== undefined && <Field.Hint />}
      <Field.Error />
    </Field.Root>
  );
}
