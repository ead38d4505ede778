import type { ContactStatus } from '../../../../shared/status';

const LESS_AND_LESS: readonly ContactStatus[] = ['active', 'archived', 'blocked'];

/** Whether a contact of this status can be written to on fewer occasions than one of the other. */
export const isLessReachable = (status: ContactStatus, than: ContactStatus): boolean =>
  LESS_AND_LESS.indexOf(status) > LESS_AND_LESS.indexOf(than);
