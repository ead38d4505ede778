import { Flex, Loader, Typography } from '@strapi/design-system';
import type { BulkAnswer } from '../../../../shared/contracts/bulk';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { SkippedList } from '../../components/SkippedList';
import type { DialogVerb } from './verbs';

interface Props {
  verb: DialogVerb;
  /** How many were chosen. */
  count: number;
  preview: BulkAnswer | undefined;
  isLoading: boolean;
}

const GROUPS_NAMED = 5;

interface TouchedProps {
  groups: { name: string; count: number }[];
  /** How many of each are touched says nothing where it is one contact anyway. */
  hasCounts: boolean;
  /** False for the bin, from where memberships come back only with the contact. */
  areKept: boolean;
}

function TouchedGroups({ groups, hasCounts, areKept }: TouchedProps) {
  const t = useText();
  const rest = groups.length - GROUPS_NAMED;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography fontWeight="semiBold">{t('impact.groups', { count: groups.length })}</Typography>
      <Typography textColor="neutral600">
        {groups
          .slice(0, GROUPS_NAMED)
          .map(({ name, count }) => (hasCounts ? t('impact.group', { name, count }) : name))
          .join(' · ')}
        {rest > 0 ? ` · ${t('impact.more-groups', { count: rest })}` : ''}
      </Typography>
      {areKept ? (
        <Typography variant="pi" textColor="neutral600">
          {t('impact.groups-stay')}
        </Typography>
      ) : null}
    </Flex>
  );
}

/** What a change touches, before it is made: groups, and who cannot make it and why. */
export function Impact({ verb, count, preview, isLoading }: Props) {
  const t = useText();
  if (isLoading) return <Loader small>{t('impact.loading')}</Loader>;
  if (!preview) return null;
  const groups = preview.touches?.groups ?? [];
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {preview.skippedCount > 0 ? (
        <Notice
          tone="warning"
          title={t(`skipped.${verb}`, { skipped: preview.skippedCount, count })}
        >
          <SkippedList answer={preview} />
        </Notice>
      ) : null}
      {groups.length > 0 && verb !== 'add-to-groups' ? (
        <TouchedGroups groups={groups} hasCounts={count > 1} areKept={verb !== 'delete'} />
      ) : null}
    </Flex>
  );
}
