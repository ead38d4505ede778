import { z } from 'zod';
import type { ContactStatus } from '../status';

export const NUMBERS_MAX = 1_000;

/** POST /contacts/numbers: who has these numbers, in any spelling that a form takes. */
export const numbersBody = z.object({
  numbers: z.array(z.string().min(1).max(100)).min(1).max(NUMBERS_MAX),
});
export type NumbersBody = z.output<typeof numbersBody>;

export interface NumberOwner {
  documentId: string;
  name: string;
  contactStatus: ContactStatus;
}

/** One a number, in the order asked. */
export interface FoundNumber {
  /** As it was sent. */
  text: string;
  /** International form without spaces; null when it is no number. */
  phone: string | null;
  contact: NumberOwner | null;
  /** Who had it before; null while somebody has it. */
  formerOwner: NumberOwner | null;
}
export interface NumbersAnswer {
  data: FoundNumber[];
}
