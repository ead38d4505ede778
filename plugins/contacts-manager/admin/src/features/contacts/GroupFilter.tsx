import { Box, Button, Popover } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';
import { GroupLists, useViewsAsGroups, type ChosenGroups } from './GroupLists';

interface Props {
  value: ChosenGroups;
  onChange: (patch: Partial<ChosenGroups>) => void;
}

/** "Group ▾": any of these groups, and of the views that are used as groups. */
export function GroupFilter({ value, onChange }: Props) {
  const t = useText();
  const { data: groups = [] } = useGetNamedRecordsQuery({ kind: 'groups' });
  const views = useViewsAsGroups();
  const label = t('filter.groups');
  const chosen = [...value.groups, ...value.views];
  const only =
    chosen.length === 1
      ? [...groups, ...views].find(({ documentId }) => documentId === chosen[0])
      : undefined;
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button
          variant={chosen.length > 0 ? 'secondary' : 'tertiary'}
          size="S"
          endIcon={<CaretDown aria-hidden />}
        >
          <UserText variant="pi" fontWeight="bold" maxWidth="20rem">
            {chosen.length > 0
              ? t('filter.chosen', { label, chosen: only?.name ?? String(chosen.length) })
              : label}
          </UserText>
        </Button>
      </Popover.Trigger>
      <Popover.Content aria-label={label}>
        <Box padding={3} width="28rem">
          <GroupLists label={label} value={value} onChange={onChange} />
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
}
