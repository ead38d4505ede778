import { z } from 'zod';
import type { ErrorCode } from '../errors';
import type { ContactStatus } from '../status';

export const PASTED_MAX = 1_000;

/** POST /groups/numbers: who has these numbers, in any spelling a form takes. Changes nothing. */
export const pastedNumbersBody = z.object({
  numbers: z.array(z.string().min(1).max(100)).min(1).max(PASTED_MAX),
});
export type PastedNumbersBody = z.output<typeof pastedNumbersBody>;

export interface PastedNumbersAnswer {
  /** Each contact once, in the order asked. */
  found: { documentId: string; name: string; contactStatus: ContactStatus; number: string }[];
  /** As written; `contact.not-found` for a number that nobody has, otherwise why it is none. */
  notFound: { number: string; code: ErrorCode }[];
}
