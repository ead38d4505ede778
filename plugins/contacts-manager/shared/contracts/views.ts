import { z } from 'zod';
import { nameSchema } from '../contact';
import { isTimeZone } from '../days';
import {
  filterSchema,
  PAGE_SIZES,
  sortSchema,
  sortTextSchema,
  type ContactFilterInput,
  type PageSize,
} from '../filter';

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
    /** Whose days those of the filter are while it is used as a group, such as `Asia/Kolkata`; UTC when not said. */
    timeZone: z.string().max(100).refine(isTimeZone, 'request.invalid').nullish(),
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
  /** The maker's, for the days of its filter while it is used as a group; a list shows them in the reader's. */
  timeZone: string | null;
}

/** GET /views: the person's own and all shared ones, by name. */
export interface ViewsAnswer {
  results: SavedView[];
}
export interface ViewAnswer {
  data: SavedView;
}

/**
 * GET and PUT /preferences: how this person wants the list where its address does not say; null for the usual.
 * PUT changes what it names and keeps the rest.
 */
export const preferencesBody = z.object({
  columns: columnsSchema.nullable().optional(),
  sort: sortTextSchema.nullable().optional(),
  pageSize: z
    .literal([...PAGE_SIZES])
    .nullable()
    .optional(),
});
export type PreferencesBody = z.output<typeof preferencesBody>;
export interface Preferences {
  columns: string[] | null;
  sort: z.output<typeof sortTextSchema> | null;
  pageSize: PageSize | null;
}
export interface PreferencesAnswer {
  data: Preferences;
}
