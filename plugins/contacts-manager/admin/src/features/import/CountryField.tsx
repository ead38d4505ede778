import { useIntl } from 'react-intl';
import { useGetContactSettingsQuery } from '../../api/contacts';
import { countryName } from '../../components/country-list';
import { CountrySelect } from '../../components/CountrySelect';
import { useText } from '../../components/useText';

interface Props {
  value: string;
  onChange: (country: string) => void;
}

/** Country of this file's numbers; empty means that of the installation, if it has one. */
export function CountryField({ value, onChange }: Props) {
  const t = useText();
  const { locale } = useIntl();
  const { data: settings } = useGetContactSettingsQuery(undefined);
  const preset = settings?.defaultCountry;
  return (
    <CountrySelect
      value={value}
      hint={t('import.country.hint')}
      placeholder={
        preset
          ? t('import.country.preset', { country: countryName(preset, locale) })
          : t('import.country.none')
      }
      onChange={onChange}
    />
  );
}
