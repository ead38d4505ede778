import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useGetViewsQuery } from '../../api/views';
import { useText } from '../../components/useText';
import type { ListFilter } from './list-address';

export type NamedFilter = 'category' | 'groups' | 'groupsAll' | 'groupsNone' | 'views';

/** Names of what a filter says by id; of what was deleted since, that it was. */
export function useFilterNames() {
  const t = useText();
  const categories = useGetNamedRecordsQuery({ kind: 'categories' });
  const groups = useGetNamedRecordsQuery({ kind: 'groups' });
  const views = useGetViewsQuery(undefined);
  const fields = useGetCustomFieldsQuery(undefined);
  const sources = { category: categories, groups, groupsAll: groups, groupsNone: groups, views };
  return {
    /** Null while they are on their way. */
    namesOf(kind: NamedFilter, filter: ListFilter): string[] | null {
      const { data, isLoading } = sources[kind];
      if (isLoading) return null;
      return filter[kind].map(
        (id) => data?.find(({ documentId }) => documentId === id)?.name ?? t(`filter.gone.${kind}`),
      );
    },
    fieldOf: (key: string) => fields.data?.find((field) => field.key === key),
    areFieldsLoading: fields.isLoading,
  };
}
