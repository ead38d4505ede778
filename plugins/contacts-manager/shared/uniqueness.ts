/** `any`: no number is in two contacts. `primary`: secondary numbers may be shared, primary ones may not. */
export const UNIQUENESS = ['any', 'primary'] as const;
export type Uniqueness = (typeof UNIQUENESS)[number];

export type PhoneSlot = 'primary' | 'secondary';

/** Whether two contacts may not have one number in these slots. The database enforces the same (`phone-table.ts`). */
export const slotsConflict = (uniqueness: Uniqueness, one: PhoneSlot, other: PhoneSlot): boolean =>
  uniqueness === 'any' || (one === 'primary' && other === 'primary');

export const PHONE_SLOTS = {
  primaryContact: 'primary',
  secondaryContact: 'secondary',
} as const satisfies Record<string, PhoneSlot>;
