import { useGetNamedRecordsQuery } from '../../api/named-records';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import type { ListAddress } from '../contacts/list-address';
import { FILTERS } from './member-links';
import { readColor } from './record-colors';

/** What stands above the list of one group or category: its name, colour and purpose, and the way back to all of them. */
export function useMembersHeading({ opened, ...filter }: ListAddress) {
  const t = useText();
  const may = usePermissions();
  const { data } = useGetNamedRecordsQuery({ kind: opened || 'groups' }, { skip: opened === '' });
  if (opened === '') return {};
  const [id] = filter[FILTERS[opened]];
  const record = data?.find(({ documentId }) => documentId === id);
  const isListed = opened === 'groups' || may.categories;
  return {
    title: record?.name,
    titleColor: readColor(record?.color ?? null),
    subtitle: record?.description ?? undefined,
    back: isListed ? { to: `${ROOT_PATH}/${opened}`, label: t(`${opened}.back`) } : null,
  };
}
