import { useIntl } from 'react-intl';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { countryName } from '../../components/country-list';
import { Notice } from '../../components/Notice';

/** Numbers without + that only make sense as international: a person has to agree with the countries. */
export function AssumedNumbers({ view }: { view: ImportView }) {
  const t = useText();
  const { locale, formatList } = useIntl();
  if (view.assumedInternational.length === 0) return null;
  const countries = view.assumedInternational.map(({ country, rows }) =>
    t('import.assumed.country', { country: countryName(country, locale), rows }),
  );
  return (
    <Notice tone="warning" title={t('import.assumed.title')}>
      {t('import.assumed.hint', { countries: formatList(countries) })}
    </Notice>
  );
}
