import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { countryName } from '../../components/country-list';
import { NEW_IMPORT_PATH } from './import-paths';
import { optionsOf } from './upload-options';

/** What was chosen for this file, and the way to choose differently. */
export function OptionsSummary({ view }: { view: ImportView }) {
  const t = useText();
  const { locale, formatList } = useIntl();
  const { existing, unknownNames, country, groups, category, newStatus } = view.options;
  const parts = [
    ...(view.sheets.length > 1 ? [t('import.table.in-sheet', { sheet: view.sheet })] : []),
    t(`import.summary.existing.${existing}`),
    t(`import.summary.names.${unknownNames}`),
    country === ''
      ? t('import.summary.no-country')
      : t('import.summary.country', { country: countryName(country, locale) }),
    ...(groups.length > 0
      ? [
          t(`import.summary.groups.${existing}`, {
            groups: formatList(groups.map(({ name }) => name)),
          }),
        ]
      : []),
    ...(category ? [t('import.summary.category', { category: category.name })] : []),
    ...(newStatus === 'archived' ? [t('import.summary.archived')] : []),
  ];
  return (
    <Flex gap={4} wrap="wrap" justifyContent="space-between">
      <Typography variant="pi" textColor="neutral600">
        {parts.join(' · ')}
      </Typography>
      <Link tag={RouterLink} to={NEW_IMPORT_PATH} state={{ options: optionsOf(view) }}>
        {t('import.summary.change')}
      </Link>
    </Flex>
  );
}
