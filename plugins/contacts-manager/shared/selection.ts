import { z } from 'zod';
import { filterSchema } from './filter';

const documentId = z.string().min(1).max(64);

/** The ticked rows, or everything that matches a filter minus exceptions. Resolved on the server, once. */
export const selectionSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ids'), ids: z.array(documentId).min(1).max(10_000) }),
  z.object({
    kind: z.literal('filter'),
    // Strict: a filter that is misspelt, or that only a newer release knows, must not mean everybody.
    filter: filterSchema.strict(),
    except: z.array(documentId).max(10_000).default([]),
  }),
]);
export type Selection = z.output<typeof selectionSchema>;
export type SelectionInput = z.input<typeof selectionSchema>;
