import { z } from 'zod';
import { nameSchema } from '../contact';
import { filterSchema, sortSchema, type ContactFilterInput } from '../filter';

/** Keys of the list's columns, in order; `customFields.<key>` names a custom field. */
export const columnsSchema = z.array(z.string().min(1).max(100)).max(150);

/**
 * POST /views and PUT /views/:documentId. Everybody who reads contacts may keep private views; sharing one, and
 * changing a shared one, takes the right `groups`.
 */
export const viewBody = z
  .object({
    name: nameSchema,
    isShared: z.boolean().default(false),
    /** Offered wherever people are picked for something. Shared views only. */
    isGroup: z.boolean().default(false),
    // Strict, as in selections: a filter that is misspelt must not mean everybody.
    filter: filterSchema.strict(),
    sort: sortSchema.optional(),
    columns: columnsSchema.nullish(),
  })
  .refine(({ isShared, isGroup }) => isShared || !isGroup, {
    path: ['isGroup'],
    error: 'request.invalid',
  });
export type ViewBody = z.output<typeof viewBody>;
export type ViewBodyInput = z.input<typeof viewBody>;

export interface SavedView {
  documentId: string;
  name: string;
  isShared: boolean;
  /** Its filters decide who is in it; the tab it opens does not. */
  isGroup: boolean;
  /** Whether the person who asks has made it. */
  isMine: boolean;
  ownerName: string | null;
  /** Its `status` is the tab that it opens. */
  filter: ContactFilterInput;
  sort: string | null;
  /** Null for the columns that the person has chosen anyway. */
  columns: string[] | null;
}

/** GET /views: the person's own and all shared ones, by name. */
export interface ViewsAnswer {
  results: SavedView[];
}
export interface ViewAnswer {
  data: SavedView;
}

/** GET and PUT /preferences: how this person wants the list. */
export const preferencesBody = z.object({ columns: columnsSchema.nullable() });
export type Preferences = z.output<typeof preferencesBody>;
export interface PreferencesAnswer {
  data: Preferences;
}
