import type { E164 } from '../../../../shared/phone';
import { slotsConflict, type PhoneSlot, type Uniqueness } from '../../../../shared/uniqueness';
import type { SheetRow } from './types';

/** Which row of the file has a number, over all batches. */
export interface Claims {
  /** The row that has a number in a slot that excludes this one. */
  rowOf(phone: E164, slot: PhoneSlot, uniqueness: Uniqueness): SheetRow | undefined;
  claim(phone: E164, slot: PhoneSlot, row: SheetRow): void;
}

/** Numbers as numbers: E.164 has at most 15 digits, which a double holds exactly in half the memory. */
export function createClaims(): Claims {
  const rows: Record<PhoneSlot, Map<number, SheetRow>> = {
    primary: new Map(),
    secondary: new Map(),
  };
  const keyOf = (phone: E164) => Number(phone.slice(1));
  return {
    rowOf(phone, slot, uniqueness) {
      const excluding = (other: PhoneSlot) =>
        slotsConflict(uniqueness, slot, other) ? rows[other].get(keyOf(phone)) : undefined;
      return excluding('primary') ?? excluding('secondary');
    },
    claim: (phone, slot, row) => rows[slot].set(keyOf(phone), row),
  };
}
