import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { countryName } from '../../components/country-list';
import { NEW_IMPORT_PATH } from './import-paths';

/** What was chosen for this file, and the way to choose differently. */
export function OptionsSummary({ view }: { view: ImportView }) {
  const t = useText();
  const { locale } = useIntl();
  const { existing, unknownNames, country } = view.options;
  const parts = [
    t(`import.summary.existing.${existing}`),
    t(`import.summary.names.${unknownNames}`),
    country === ''
      ? t('import.summary.no-country')
      : t('import.summary.country', { country: countryName(country, locale) }),
  ];
  return (
    <Flex gap={4} wrap="wrap" justifyContent="space-between">
      <Typography variant="pi" textColor="neutral600">
        {parts.join(' · ')}
      </Typography>
      <Link tag={RouterLink} to={NEW_IMPORT_PATH} state={{ options: view.options }}>
        {t('import.summary.change')}
      </Link>
    </Flex>
  );
}
