import { z } from 'zod';
import type { ContactStatus } from '../status';

/** GET /bin: contacts that were deleted, the last one first; they go for good after 30 days. */
export const binQuery = z.object({
  search: z.string().max(200).optional(),
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(100).default(25),
});
export type BinQuery = z.output<typeof binQuery>;
export type BinQueryInput = z.input<typeof binQuery>;

export interface BinEntry {
  documentId: string;
  name: string;
  primaryContact: string;
  secondaryContact: string | null;
  email: string | null;
  contactStatus: ContactStatus;
  deletedAt: string;
  deletedBy: string | null;
  /** ISO 8601: when it goes for good. */
  keptUntil: string;
}

export interface BinAnswer {
  results: BinEntry[];
  pagination: { page: number; pageSize: number; total: number };
}

/** POST /bin/restore; answers like a bulk change. A number that was taken meanwhile keeps its contact here. */
export const restoreBody = z.object({ ids: z.array(z.string().min(1).max(64)).min(1).max(1_000) });
export type RestoreBody = z.output<typeof restoreBody>;
