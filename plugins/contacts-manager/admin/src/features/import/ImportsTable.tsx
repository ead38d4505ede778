import { Badge, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportState, ImportView } from '../../../../shared/contracts/imports';
import { DataTable, HeadCell, SkeletonRows } from '../../components/DataTable';
import { DateTime } from '../../components/DateTime';
import { UserText } from '../../components/UserText';
import { useText } from '../../components/useText';
import { importPath } from './import-paths';

const STATE_LOOKS = {
  parsing: 'primary',
  mapping: 'warning',
  review: 'warning',
  committing: 'primary',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
} as const satisfies Record<ImportState, string>;

/** Planned numbers before the import has run, what it did afterwards. */
const numbersOf = ({ state, counts, applied }: ImportView) =>
  state === 'parsing' || state === 'mapping' || state === 'review'
    ? { added: counts.create, updated: counts.update, problems: counts.reject }
    : {
        added: applied.create,
        updated: applied.update,
        problems: counts.reject + applied.taken,
      };

function ImportRow({ view }: { view: ImportView }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const { added, updated, problems } = numbersOf(view);
  return (
    <tr>
      <td>
        <Link tag={RouterLink} to={importPath(view.id)}>
          <UserText maxWidth="32rem" textColor="primary600">
            {view.fileName}
          </UserText>
        </Link>
      </td>
      <td>
        <Badge variant={STATE_LOOKS[view.state]}>{t(`import.state.${view.state}`)}</Badge>
      </td>
      <td>
        <UserText>{view.createdBy ?? t('import.list.nobody')}</UserText>
      </td>
      <td>
        <DateTime iso={view.createdAt} />
      </td>
      {[added, updated, problems].map((number, index) => (
        <td key={index}>
          <Typography textColor={number === 0 ? 'neutral500' : 'neutral800'}>
            {formatNumber(number)}
          </Typography>
        </td>
      ))}
    </tr>
  );
}

const COLUMNS = ['file', 'state', 'who', 'when', 'added', 'updated', 'problems'] as const;

interface Props {
  imports: ImportView[] | undefined;
  isBusy: boolean;
}

/** Imports, the newest first: who, which file, when, how far, how many. */
export function ImportsTable({ imports, isBusy }: Props) {
  const t = useText();
  return (
    <DataTable label={t('import.list.title')} isBusy={isBusy}>
      <thead>
        <tr>
          {COLUMNS.map((column) => (
            <HeadCell key={column} label={t(`import.list.${column}`)} />
          ))}
        </tr>
      </thead>
      {imports ? (
        <tbody>
          {imports.map((view) => (
            <ImportRow key={view.id} view={view} />
          ))}
        </tbody>
      ) : (
        <SkeletonRows rows={5} columns={COLUMNS.length} />
      )}
    </DataTable>
  );
}
