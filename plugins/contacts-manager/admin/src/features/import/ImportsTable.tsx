import { Flex, Link, Typography } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { Link as RouterLink } from 'react-router-dom';
import type { ImportState, ImportView } from '../../../../shared/contracts/imports';
import { DataTable, HeadCell, SkeletonRows } from '../../components/DataTable';
import { DateTime } from '../../components/DateTime';
import { ToneBadge, type Tone } from '../../components/ToneBadge';
import { UserText } from '../../components/UserText';
import { useText } from '../../components/useText';
import { FileDownload } from './FileDownload';
import { importPath } from './import-paths';
import { useDurationText } from './useDurationText';

const STATE_LOOKS = {
  parsing: 'primary',
  mapping: 'warning',
  review: 'warning',
  committing: 'primary',
  done: 'success',
  failed: 'danger',
  cancelled: 'neutral',
  undone: 'neutral',
} as const satisfies Record<ImportState, Tone>;

/** Planned numbers before the import has run, what it did afterwards; nothing while the file is unread. */
function numbersOf({ state, counts, applied }: ImportView): (number | null)[] {
  if (state === 'parsing' || state === 'mapping') return [null, null, null];
  return state === 'review'
    ? [counts.create, counts.update, counts.reject]
    : [applied.create, applied.update, counts.reject + applied.taken];
}

function ImportRow({ view }: { view: ImportView }) {
  const t = useText();
  const { formatNumber } = useIntl();
  const duration = useDurationText();
  return (
    <tr>
      <td>
        <Flex gap={2}>
          <Link tag={RouterLink} to={importPath(view.id)}>
            <UserText maxWidth="32rem" textColor="primary600">
              {view.fileName}
            </UserText>
          </Link>
          <FileDownload view={view} isSmall />
        </Flex>
      </td>
      <td>
        <ToneBadge tone={STATE_LOOKS[view.state]}>{t(`import.state.${view.state}`)}</ToneBadge>
      </td>
      <td>
        <UserText>{view.createdBy ?? t('import.list.nobody')}</UserText>
      </td>
      <td>
        <DateTime iso={view.createdAt} />
      </td>
      <td>
        <Typography textColor={view.workMs > 0 ? 'neutral800' : 'neutral500'}>
          {view.workMs > 0 ? duration(view.workMs) : '–'}
        </Typography>
      </td>
      {numbersOf(view).map((number, index) => (
        <td key={index}>
          <Typography textColor={number ? 'neutral800' : 'neutral500'}>
            {number === null ? '–' : formatNumber(number)}
          </Typography>
        </td>
      ))}
    </tr>
  );
}

const COLUMNS = ['file', 'state', 'who', 'when', 'took', 'added', 'updated', 'problems'] as const;

interface Props {
  imports: ImportView[] | undefined;
  isBusy: boolean;
}

/** Imports, the newest first: who, which file, when, how far, how long, how many. */
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
