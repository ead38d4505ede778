import { fieldError, type FieldError } from '../../../../shared/errors';
import { PHONE_SLOTS, slotsConflict, type Uniqueness } from '../../../../shared/uniqueness';
import type { ContactValues } from './validate';

const FIELDS = ['primaryContact', 'secondaryContact'] as const;

/**
 * Numbers that an earlier entry of the same form has already, entry by entry. The first entry keeps the
 * number. Numbers that may be shared are no repeats. Within one entry an equal pair is `phone.same-as-primary`, which validation reports.
 */
export function findRepeats(
  entries: Pick<ContactValues, (typeof FIELDS)[number]>[],
  uniqueness: Uniqueness,
): FieldError[][] {
  const firstUse = new Map<string, number>();
  return entries.map((entry, index) =>
    FIELDS.flatMap((field) => {
      const phone = entry[field];
      // What may not be shared with another primary number may not be shared at all.
      if (!phone || !slotsConflict(uniqueness, PHONE_SLOTS[field], 'primary')) return [];
      const earlier = firstUse.get(phone) ?? index;
      firstUse.set(phone, earlier);
      return earlier < index ? [fieldError([field], 'phone.repeated')] : [];
    }),
  );
}
