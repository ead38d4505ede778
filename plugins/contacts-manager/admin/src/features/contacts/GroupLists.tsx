import { Box, Flex, Typography } from '@strapi/design-system';
import { Filter } from '@strapi/icons';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useGetViewsQuery } from '../../api/views';
import { CheckList } from '../../components/CheckList';
import { useText } from '../../components/useText';
import type { ListFilter } from './list-address';

export type ChosenGroups = Pick<ListFilter, 'groups' | 'views'>;

interface Props {
  label: string;
  value: ChosenGroups;
  onChange: (patch: Partial<ChosenGroups>) => void;
}

/** The saved views that stand in for groups where people are picked. */
export function useViewsAsGroups() {
  const { data = [] } = useGetViewsQuery(undefined);
  return data.filter(({ isGroup }) => isGroup);
}

/** Picking people by groups, and by the views that are used as groups, which look different. */
export function GroupLists({ label, value, onChange }: Props) {
  const t = useText();
  const groups = useGetNamedRecordsQuery({ kind: 'groups' });
  const views = useViewsAsGroups();
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <CheckList
        label={label}
        searchLabel={t('search.groups')}
        options={groups.data ?? []}
        isLoading={groups.isLoading}
        value={value.groups}
        onChange={(next) => onChange({ groups: next })}
        emptyText={t('filter.none.groups')}
      />
      {views.length > 0 ? (
        <Box
          background="neutral100"
          hasRadius
          padding={2}
          borderColor="neutral200"
          borderStyle="dashed"
          borderWidth="1px"
        >
          <Flex gap={2} paddingLeft={2}>
            <Filter width="1.2rem" height="1.2rem" aria-hidden />
            <Typography variant="pi" fontWeight="bold" textColor="neutral700">
              {t('views.as-groups')}
            </Typography>
          </Flex>
          <CheckList
            label={t('views.as-groups')}
            searchLabel={t('views.search')}
            options={views}
            isLoading={false}
            value={value.views}
            onChange={(next) => onChange({ views: next })}
            emptyText=""
          />
        </Box>
      ) : null}
    </Flex>
  );
}
