import { Flex, Loader, Typography } from '@strapi/design-system';
import type { BulkAction, BulkAnswer } from '../../../../shared/contracts/bulk';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { SkippedList } from '../../components/SkippedList';
import type { Chosen } from './ticks';

interface Props {
  verb: BulkAction;
  /** The dry run; its numbers are those of the choice that stands in the dialog now, or none. */
  preview: { currentData?: BulkAnswer | undefined; isFetching: boolean };
  /** documentIds of the groups that are left, where the change is about that. */
  leaving?: readonly string[];
}

const GROUPS_NAMED = 5;

/** What the groups mean that contacts of a change are in: they stay, they are left, or nothing. */
const GROUPS_SAID = {
  archive: 'stay',
  activate: 'stay',
  block: 'stay',
  unblock: 'stay',
  delete: 'go-along',
  'remove-from-groups': 'left',
  'move-to-group': 'left',
  'add-to-groups': null,
  'set-category': null,
} as const satisfies Record<BulkAction, string | null>;

/** How many are asked for: the list stops counting at a bound, the dry run does not. */
export const countOf = (chosen: Chosen, preview: BulkAnswer | undefined): number =>
  chosen.isExact || !preview ? chosen.count : preview.applied + preview.skippedCount;

interface TouchedProps {
  said: 'stay' | 'go-along' | 'left';
  groups: { name: string; count: number }[];
  /** How many of each are touched says nothing where it is one contact anyway. */
  hasCounts: boolean;
}

function TouchedGroups({ said, groups, hasCounts }: TouchedProps) {
  const t = useText();
  const rest = groups.length - GROUPS_NAMED;
  return (
    <Flex direction="column" alignItems="stretch" gap={1}>
      <Typography fontWeight="semiBold">
        {t(said === 'left' ? 'impact.left' : 'impact.groups', { count: groups.length })}
      </Typography>
      <Typography textColor="neutral600">
        {groups
          .slice(0, GROUPS_NAMED)
          .map(({ name, count }) => (hasCounts ? t('impact.group', { name, count }) : name))
          .join(' · ')}
        {rest > 0 ? ` · ${t('impact.more-groups', { count: rest })}` : ''}
      </Typography>
      {said === 'stay' ? (
        <Typography variant="pi" textColor="neutral600">
          {t('impact.groups-stay')}
        </Typography>
      ) : null}
    </Flex>
  );
}

/** What a change does, before it is made: how many it changes, who cannot make it and why, and which groups it touches. */
export function Impact({ verb, preview, leaving }: Props) {
  const t = useText();
  const answer = preview.currentData;
  if (preview.isFetching) return <Loader small>{t('impact.loading')}</Loader>;
  if (!answer) return null;
  const { applied, skippedCount: skipped } = answer;
  const count = applied + skipped;
  const said = GROUPS_SAID[verb];
  const groups = (answer.touches?.groups ?? []).filter(
    ({ documentId }) => !leaving || leaving.includes(documentId),
  );
  return (
    <Flex direction="column" alignItems="stretch" gap={4}>
      {count > 1 ? (
        <Typography fontWeight="semiBold" role="status">
          {t('impact.applied', { count: applied })}
        </Typography>
      ) : null}
      {skipped > 0 ? (
        <Notice tone="warning" title={t(`skipped.${verb}`, { skipped, count })}>
          <SkippedList answer={answer} />
        </Notice>
      ) : null}
      {said && groups.length > 0 ? (
        <TouchedGroups said={said} groups={groups} hasCounts={count > 1} />
      ) : null}
    </Flex>
  );
}
