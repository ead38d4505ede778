import { z } from 'zod';
import { selectionSchema } from '../selection';

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

/**
 * POST /exports: answers with the file, streamed. `columns` are keys of `exportColumns`: the fields of the template,
 * `status`, `statusReason`, `source`, `createdAt`, and `customFields.<key>`; without them all that an import takes, and the status.
 */
export const exportBody = z.object({
  selection: selectionSchema,
  format: z.enum(EXPORT_FORMATS),
  columns: z.array(z.string().max(100)).min(1).max(200).optional(),
});
export type ExportBody = z.output<typeof exportBody>;
export type ExportBodyInput = z.input<typeof exportBody>;
