import type { ContactStatus } from '../../../../shared/status';
import type { NamedRecordKind } from '../../api/named-records';
import { ROOT_PATH } from '../../plugin-id';

/** The filter of a list that keeps to the members of one. */
export const FILTERS = { groups: 'groups', categories: 'category' } as const;

/** The list of a group or category: the tab of this status, narrowed to its members, under its name. */
export const membersPath = (
  kind: NamedRecordKind,
  documentId: string,
  status: ContactStatus = 'active',
): string =>
  `${ROOT_PATH}/${status}?${FILTERS[kind]}=${encodeURIComponent(documentId)}&opened=${kind}`;
