import { z } from 'zod';
import type { ContactView } from './contacts';

/** POST /api/contacts-manager/lookup */
export const lookupBody = z.object({
  phones: z.array(z.string().max(100)).min(1).max(1_000),
  channel: z.string().max(50).optional(),
  purpose: z.enum(['reply', 'broadcast']).default('reply'),
});
export type LookupBody = z.output<typeof lookupBody>;

export type ReachableReason = 'ok' | 'unknown-number' | 'blocked' | 'archived';
export interface LookupAnswer {
  data: {
    /** As asked. */
    phone: string;
    contact: ContactView | null;
    reachable: { allowed: boolean; reason: ReachableReason };
  }[];
}

/** POST /api/contacts-manager/contacts/upsert */
export const upsertBody = z.object({ data: z.record(z.string(), z.unknown()) });
export interface UpsertAnswer {
  data: ContactView;
  result: 'created' | 'updated' | 'unchanged';
}

/** POST /contacts/:documentId/{archive,block,activate,unblock}, over the content API and the admin API. */
export const statusBody = z.object({ reason: z.string().nullish() }).default({});
