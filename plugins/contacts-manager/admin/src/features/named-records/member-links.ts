import type { ContactStatus } from '../../../../shared/status';
import type { NamedRecordKind } from '../../api/named-records';
import { ROOT_PATH } from '../../plugin-id';

const FILTERS = { groups: 'groups', categories: 'category' } as const;

/** The tab of this status, narrowed to the members of a group or category. */
export const membersPath = (
  kind: NamedRecordKind,
  documentId: string,
  status: ContactStatus = 'active',
): string => `${ROOT_PATH}/${status}?${FILTERS[kind]}=${encodeURIComponent(documentId)}`;
