import { z } from 'zod';
import { CONTACT_STATUSES } from './status';

const oneOrMany = z
  .union([z.string().min(1), z.array(z.string().min(1)).min(1).max(200)])
  .optional()
  .transform((value) => (value === undefined ? [] : [value].flat()));

/** Which contacts. The same value drives list, count, bulk actions, export and audience. */
export const filterSchema = z.object({
  status: z.enum(CONTACT_STATUSES).optional(),
  search: z.string().max(200).optional(),
  /** documentIds; a list means any of them. */
  category: oneOrMany,
  groups: oneOrMany,
});
export type ContactFilter = z.output<typeof filterSchema>;
export type ContactFilterInput = z.input<typeof filterSchema>;

export const SORT_FIELDS = [
  'createdAt',
  'name',
  'primaryContact',
  'secondaryContact',
  'email',
  'contactStatus',
  'statusChangedAt',
  'updatedAt',
] as const;
export type SortField = (typeof SORT_FIELDS)[number];
export interface ContactSort {
  field: SortField;
  direction: 'asc' | 'desc';
}
export const DEFAULT_SORT: ContactSort = { field: 'createdAt', direction: 'desc' };

export const sortSchema = z
  .templateLiteral([z.enum(SORT_FIELDS), ':', z.enum(['asc', 'desc'])])
  .transform((value): ContactSort => {
    const [field, direction] = value.split(':') as [SortField, 'asc' | 'desc'];
    return { field, direction };
  });

export const PAGE_SIZES = [10, 25, 50, 100] as const;
export const DEFAULT_PAGE_SIZE = 25;
