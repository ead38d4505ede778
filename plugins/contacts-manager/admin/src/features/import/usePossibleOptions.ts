import { useGetNamedRecordsQuery } from '../../api/named-records';
import type { UploadOptions } from '../../api/upload-import';
import { usePermissions } from '../../components/usePermissions';

/**
 * The options without what is not possible any more: those of an earlier upload may name a group that was deleted
 * since, or a status that somebody else may give. Neither shows on the screen, and so could not be taken away there.
 */
export function usePossibleOptions(options: UploadOptions): UploadOptions {
  const may = usePermissions();
  const { data: groups } = useGetNamedRecordsQuery({ kind: 'groups' });
  const { data: categories } = useGetNamedRecordsQuery({ kind: 'categories' });
  const isIn = (records: typeof groups, id: string) =>
    !records || records.some(({ documentId }) => documentId === id);
  return {
    ...options,
    groups: options.groups.filter((id) => isIn(groups, id)),
    category: isIn(categories, options.category) ? options.category : '',
    newStatus: may.archive ? options.newStatus : 'active',
  };
}
