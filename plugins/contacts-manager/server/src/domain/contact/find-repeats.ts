import { fieldError, type FieldError } from '../../../../shared/errors';
import type { ContactValues } from './validate';

const FIELDS = ['primaryContact', 'secondaryContact'] as const;

/**
 * Numbers that an earlier entry of the same form has already, entry by entry. The first entry keeps the
 * number. Within one entry an equal pair is `phone.same-as-primary`, which validation reports.
 */
export function findRepeats(
  entries: Pick<ContactValues, (typeof FIELDS)[number]>[],
): FieldError[][] {
  const firstUse = new Map<string, number>();
  return entries.map((entry, index) =>
    FIELDS.flatMap((field) => {
      const phone = entry[field];
      if (!phone) return [];
      const earlier = firstUse.get(phone) ?? index;
      firstUse.set(phone, earlier);
      return earlier < index ? [fieldError([field], 'phone.repeated')] : [];
    }),
  );
}
