import { CONTACT_FIELDS, type ContactField } from '../../../../shared/contact';
import type { FieldError } from '../../../../shared/errors';
import type { Entry } from './entries';
import type { EntryProblems, FieldProblem } from './validate-entries';

/** A problem the server found, and the value it found it in: once that is corrected, the problem is history. */
export interface ServerProblem {
  key: string;
  field: ContactField;
  value: string;
  problem: FieldProblem;
}

const valueOf = (entry: Entry, field: ContactField): string => JSON.stringify(entry[field]);

/** Where a path such as `['contacts', 2, 'email']` (batch) or `['email']` (one contact) points. */
function placeOf(path: FieldError['path']): { index: number; field: ContactField } | null {
  const [first, second, third] = path;
  const isBatch = first === 'contacts';
  const name = isBatch ? third : first;
  const index = isBatch ? Number(second) : 0;
  const field = CONTACT_FIELDS.find((known) => known === name);
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
