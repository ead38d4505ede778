import { isDeepStrictEqual } from 'node:util';
import type { CustomField } from '../../../../shared/custom-fields';
import { customColumn, type ImportField } from '../../../../shared/import-fields';
import { writeFieldCell } from '../custom-fields/cells';
import { joinGroups } from './groups-cell';
import type { CheckedRow, DirectoryEntry, KnownNames, StagedRow } from './types';

type Change = StagedRow['changes'][number];

/** What an update would change, as a person reads it. Blank cells change nothing, groups are only added. */
export function findChanges(
  row: CheckedRow,
  match: DirectoryEntry,
  { known, fields }: { known: KnownNames; fields: readonly CustomField[] },
): Change[] {
  const changes: Change[] = [];
  const compare = (field: ImportField, before: string | null, after: string | null | undefined) => {
    if (after && after !== before) changes.push({ field, before: before ?? '', after });
  };
  const categoryName = (key: string | null) => (key && (known.categories.get(key) ?? key)) || null;
  compare('name', match.name, row.name);
  if (row.category && row.category.key !== match.categoryKey) {
    const after = known.categories.get(row.category.key) ?? row.category.name;
    compare('category', categoryName(match.categoryKey), after);
  }
  compare('secondaryContact', match.secondaryContact, row.secondaryContact);
  compare('email', match.email, row.email);
  const added = row.groups.filter(({ key }) => !match.groupKeys.includes(key));
  if (added.length > 0) {
    const before = match.groupKeys.map((key) => known.groups.get(key) ?? key);
    const after = [...before, ...added.map(({ key, name }) => known.groups.get(key) ?? name)];
    changes.push({ field: 'groups', before: joinGroups(before), after: joinGroups(after) });
  }
  compare('notes', match.notes, row.notes);
  return [...changes, ...findFieldChanges(row, match, fields)];
}

function findFieldChanges(
  row: CheckedRow,
  match: DirectoryEntry,
  fields: readonly CustomField[],
): Change[] {
  return fields.flatMap((field) => {
    const before = match.customFields?.[field.key] ?? null;
    const after = row.customFields[field.key];
    if (after === undefined || isDeepStrictEqual(before, after)) return [];
    return {
      field: customColumn(field.key),
      before: writeFieldCell(field, before),
      after: writeFieldCell(field, after),
    };
  });
}
