import { Box, Button, Flex, Popover, Typography } from '@strapi/design-system';
import { CaretDown, Filter } from '@strapi/icons';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useGetViewsQuery } from '../../api/views';
import { CheckList } from '../../components/CheckList';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';
import type { ListFilter } from './list-address';

type Chosen = Pick<ListFilter, 'groups' | 'views'>;

interface Props {
  value: Chosen;
  onChange: (patch: Partial<Chosen>) => void;
}

/** "Group ▾": any of these groups, and of the views that are used as groups, which look different. */
export function GroupFilter({ value, onChange }: Props) {
  const t = useText();
  const groups = useGetNamedRecordsQuery({ kind: 'groups' });
  const { data: saved = [] } = useGetViewsQuery(undefined);
  const views = saved.filter(({ isGroup }) => isGroup);
  const label = t('filter.groups');
  const chosen = [...value.groups, ...value.views];
  const only =
    chosen.length === 1
      ? [...(groups.data ?? []), ...views].find(({ documentId }) => documentId === chosen[0])
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
        <Flex direction="column" alignItems="stretch" padding={3} gap={3} width="28rem">
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
      </Popover.Content>
    </Popover.Root>
  );
}
