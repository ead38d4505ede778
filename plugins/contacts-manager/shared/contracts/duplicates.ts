import { z } from 'zod';
import type { ContactView } from './contacts';

/** Why two contacts look like one person. */
export const DUPLICATE_REASONS = ['number-variant', 'email', 'name-near-number'] as const;
export type DuplicateReason = (typeof DUPLICATE_REASONS)[number];

/** GET /duplicates: pairs of likely same persons, the surest first. */
export const duplicatesQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type DuplicatesQuery = z.output<typeof duplicatesQuery>;

export interface DuplicatePair {
  contacts: [ContactView, ContactView];
  reasons: DuplicateReason[];
  /**
   * Contacts that have the e-mail address, when it is so many that only the oldest two are shown: once these
   * are dealt with, the next two come. Null otherwise. 10,000 at most.
   */
  shared: number | null;
}

export interface DuplicatesAnswer {
  results: DuplicatePair[];
  /** Exact up to 10,000. */
  pagination: { page: number; pageSize: number; total: number; totalIsExact: boolean };
  /** Changed contacts are still being looked at: more pairs may come. */
  isLooking: boolean;
}

/** POST /duplicates/dismiss: these two are not the same person, for good. documentIds. */
export const dismissBody = z.object({
  contacts: z.tuple([z.string().min(1).max(64), z.string().min(1).max(64)]),
});
export type DismissBody = z.output<typeof dismissBody>;
