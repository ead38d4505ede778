import { CONTACT_FIELDS } from '../../../../shared/contact';
import type { FieldError } from '../../../../shared/errors';
import { customColumn, customKeyOf } from '../../../../shared/import-fields';
import type { Entry, EntryField } from './entries';
import type { EntryProblems, FieldProblem } from './validate-entries';

/** A problem the server found, and the value it found it in: once that is corrected, the problem is history. */
export interface ServerProblem {
  key: string;
  field: EntryField;
  value: string;
  problem: FieldProblem;
}

function valueOf(entry: Entry, field: EntryField): string {
  const known = CONTACT_FIELDS.find((name) => name === field);
  const value: unknown = known ? entry[known] : entry.customFields[customKeyOf(field) ?? ''];
  // An untouched custom field has no value, which is no JSON.
  return JSON.stringify(value ?? null);
}

/** Where a path such as `['contacts', 2, 'email']` (batch) or `['customFields', 'size']` (one contact) points. */
function placeOf(path: FieldError['path']): { index: number; field: EntryField } | null {
  const [first, second, third, fourth] = path;
  const isBatch = first === 'contacts';
  const name = isBatch ? third : first;
  const index = isBatch ? Number(second) : 0;
  const key = isBatch ? fourth : second;
  const field =
    name === 'customFields' && typeof key === 'string'
      ? customColumn(key)
      : CONTACT_FIELDS.find((known) => known === name);
  return field && Number.isInteger(index) ? { index, field } : null;
}

/** The server's list, tied to the entries that were sent; `unplaced` is what belongs to no field. */
export function placeProblems(
  errors: readonly FieldError[],
  sent: readonly Entry[],
): { placed: ServerProblem[]; unplaced: FieldError[] } {
  const placed: ServerProblem[] = [];
  const unplaced: FieldError[] = [];
  for (const error of errors) {
    const place = placeOf(error.path);
    const entry = place ? sent[place.index] : undefined;
    if (!place || !entry) {
      unplaced.push(error);
      continue;
    }
    placed.push({
      key: entry.key,
      field: place.field,
      value: valueOf(entry, place.field),
      problem: { code: error.code, ...(error.owner ? { owner: error.owner } : {}) },
    });
  }
  return { placed, unplaced };
}

/** Problems of the server that still hold; what the form finds itself is fresher and goes first. */
export function mergeProblems(
  entries: readonly Entry[],
  own: readonly EntryProblems[],
  found: readonly ServerProblem[],
): EntryProblems[] {
  return entries.map((entry, index) => {
    const merged: EntryProblems = {};
    for (const { key, field, value, problem } of found) {
      if (key === entry.key && value === valueOf(entry, field)) merged[field] = problem;
    }
    return { ...merged, ...own[index] };
  });
}
