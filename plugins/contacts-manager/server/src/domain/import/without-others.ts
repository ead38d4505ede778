import type { ImportRowView } from '../../../../shared/contracts/import-rows';
import type { ImportView, NewName } from '../../../../shared/contracts/imports';

/**
 * A staged row for somebody who may not read contacts: what stands in the file and what is wrong with it, but neither
 * the owner of a number that is taken nor the values that an update would replace.
 */
export const withoutOthers = (row: ImportRowView): ImportRowView => ({
  ...row,
  changes: row.changes.map(({ field }) => ({ field, before: '', after: row.cells[field] ?? '' })),
  issues: row.issues.map(({ detail, ...issue }) =>
    detail === undefined || issue.code === 'phone.taken' ? issue : { ...issue, detail },
  ),
});

const withoutNear = (names: readonly NewName[]): NewName[] =>
  names.map(({ name, rows }) => ({ name, rows }));

/** An import for the same: the names that are new, but not those that exist and were probably meant. */
export const withoutKnownNames = (view: ImportView): ImportView => ({
  ...view,
  newNames: {
    categories: withoutNear(view.newNames.categories),
    groups: withoutNear(view.newNames.groups),
  },
});
