import { Box, Flex } from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ImportView } from '../../../../shared/contracts/imports';
import { countryName } from '../../components/country-list';
import { CountrySelect } from '../../components/CountrySelect';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { ReadAgainButton } from './ReadAgainButton';

/** Numbers without country code: how they were read, and the country that a person wants them read in. */
export function NumberCountries({ view }: { view: ImportView }) {
  const t = useText();
  const { assumedInternational, lackingCountry, numbersWithoutCountry, options } = view;
  const [country, setCountry] = useState(numbersWithoutCountry.guess ?? options.country);
  const isAsked =
    assumedInternational.length > 0 ||
    (lackingCountry > 0 && numbersWithoutCountry.count > 0) ||
    (numbersWithoutCountry.guess !== null && options.country !== '');
  if (!isAsked) return null;
  return (
    <Notice
      tone="warning"
      title={t('import.numbers.title', { count: numbersWithoutCountry.count })}
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <NumbersAsRead view={view} />
        <Flex gap={3} alignItems="flex-end" wrap="wrap">
          <Box flex="1 1 24rem" maxWidth="40rem">
            <CountrySelect
              value={country}
              placeholder={t('import.country.none')}
              onChange={setCountry}
            />
          </Box>
          <ReadAgainButton view={view} country={country} />
        </Flex>
      </Flex>
    </Notice>
  );
}

function NumbersAsRead({ view }: { view: ImportView }) {
  const t = useText();
  const { locale, formatList } = useIntl();
  const { assumedInternational, numbersWithoutCountry, options } = view;
  const countries = assumedInternational.map(({ country, rows }) =>
    t('import.assumed.country', { country: countryName(country, locale), rows }),
  );
  const { count, guess } = numbersWithoutCountry;
  const sentences = [
    ...(guess ? [t('import.numbers.guess', { count, country: countryName(guess, locale) })] : []),
    ...(options.country
      ? [t('import.numbers.chosen', { count, country: countryName(options.country, locale) })]
      : []),
    ...(countries.length > 0
      ? [t('import.assumed.hint', { countries: formatList(countries) })]
      : []),
  ];
  return <span>{sentences.length > 0 ? sentences.join(' ') : t('import.numbers.unread')}</span>;
}
