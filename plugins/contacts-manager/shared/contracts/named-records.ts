import { z } from 'zod';
import { storableText } from '../text';
import type { BulkAnswer } from './bulk';

/** Categories and groups share one shape. Routes: /groups and /categories. */
export const namedRecordBody = z.object({
  name: z.string(),
  description: z.string().max(1_000).transform(storableText).nullish(),
  color: z
    .string()
    .regex(/^#[0-9a-f]{6}$/i)
    .nullish(),
});
export type NamedRecordBody = z.output<typeof namedRecordBody>;
export const namedRecordPatch = namedRecordBody.partial();
export type NamedRecordPatch = z.output<typeof namedRecordPatch>;

export interface NamedRecordView {
  documentId: string;
  name: string;
  description: string | null;
  color: string | null;
  createdAt: string;
  /** Contacts by status. */
  members: { active: number; archived: number; blocked: number; total: number };
}
/** GET /groups?counts=true, GET /categories?counts=true: by name. Without `counts` members are all 0 and cost nothing. */
export interface NamedRecordList {
  results: NamedRecordView[];
}
export const namedRecordListQuery = z.object({
  search: z.string().max(200).optional(),
  counts: z.enum(['true', 'false']).default('false'),
});
export interface NamedRecordAnswer {
  data: NamedRecordView;
}
/**
 * DELETE answers with the operation that takes it from its contacts; `running`: off the request, as a bulk change of so
 * many, and the category or group goes with the last of them.
 */
export interface NamedRecordDeleted {
  data: { documentId: string };
  operationId: string;
  state: BulkAnswer['state'];
  applied: number;
}
