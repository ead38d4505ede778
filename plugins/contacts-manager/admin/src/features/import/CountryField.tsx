import { Combobox, ComboboxOption, Field } from '@strapi/design-system';
import { useMemo } from 'react';
import { useIntl } from 'react-intl';
import { useGetContactSettingsQuery } from '../../api/contacts';
import { useText } from '../../components/useText';
import { countryName, listCountries } from './country-list';

interface Props {
  value: string;
  onChange: (country: string) => void;
}

/** Country for numbers without country code; empty means that of the installation, if it has one. */
export function CountryField({ value, onChange }: Props) {
  const t = useText();
  const { locale } = useIntl();
  const { data: settings } = useGetContactSettingsQuery(undefined);
  const countries = useMemo(() => listCountries(locale), [locale]);
  const preset = settings?.defaultCountry;
  const placeholder = preset
    ? t('import.country.preset', { country: countryName(preset, locale) })
    : t('import.country.none');
  return (
    <Field.Root name="country" hint={t('import.country.hint')} width="100%">
      <Field.Label>{t('import.country.label')}</Field.Label>
      <Combobox
        value={value}
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
      <Field.Hint />
    </Field.Root>
  );
}
