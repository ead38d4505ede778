import { z } from 'zod';
import type { ContactView } from './contacts';

/**
 * Which value stays, field by field: one that either contact has, for notes also both joined by an empty
 * line, for numbers up to two of the up to four. A field that is absent keeps the value of the contact in the
 * address, or where that is empty the other's.
 */
export const mergeValues = z.object({
  name: z.string().optional(),
  primaryContact: z.string().optional(),
  secondaryContact: z.string().nullish(),
  email: z.string().nullish(),
  /** documentId */
  category: z.string().nullish(),
  notes: z.string().nullish(),
  /** By key; keys that are absent keep their value as above. */
  customFields: z.record(z.string(), z.unknown()).optional(),
});
export type MergeValues = z.output<typeof mergeValues>;

/**
 * POST /contacts/:documentId/merge: the contact in the address stays, with its documentId; `other` goes, and
 * its documentId leads to the one that stays. Takes the rights to edit and to move to the bin.
 */
export const mergeBody = z.object({
  other: z.string().min(1).max(64),
  values: mergeValues.default({}),
});
export type MergeBody = z.output<typeof mergeBody>;
export type MergeBodyInput = z.input<typeof mergeBody>;

export interface MergeAnswer {
  data: ContactView;
  /** Undoing it separates the two again. */
  operationId: string;
}

/** POST /groups/:documentId/merge, POST /categories/:documentId/merge; answers like a bulk change. */
export const mergeRecordBody = z.object({ into: z.string().min(1).max(64) });
export type MergeRecordBody = z.output<typeof mergeRecordBody>;
