import { z } from 'zod';
import { selectionSchema } from '../selection';

export const EXPORT_FORMATS = ['xlsx', 'csv', 'vcard'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

const FILE_ENDS = {
  xlsx: 'xlsx',
  csv: 'csv',
  vcard: 'vcf',
} as const satisfies Record<ExportFormat, string>;

/** Rows of one sheet, header included, as Excel has them. */
export const SHEET_ROWS_MAX = 1_048_576;

/** Header of the answer: how many contacts are in the file; only where that is known exactly before it is made. */
export const EXPORT_TOTAL_HEADER = 'X-Contacts-Total';

/**
 * POST /exports: answers with the file, streamed; a connection that breaks off before its end is a failed export.
 * `columns` are keys of `exportColumns`, in the order wanted: the fields of the template, `customFields.<key>`,
 * `status`, `statusReason`, `source` and `createdAt`; without them all of these. A vCard has no place for category,
 * custom fields and status, and always has the name and the numbers.
 */
export const exportBody = z.object({
  selection: selectionSchema,
  format: z.enum(EXPORT_FORMATS),
  columns: z.array(z.string().max(100)).min(1).max(200).optional(),
});
export type ExportBody = z.output<typeof exportBody>;
export type ExportBodyInput = z.input<typeof exportBody>;

/** Such as `contacts-2026-03-31.xlsx`; the day is that of the clock given. */
export function exportFileName(format: ExportFormat, now: Date): string {
  const part = (value: number) => String(value).padStart(2, '0');
  const day = [now.getFullYear(), part(now.getMonth() + 1), part(now.getDate())].join('-');
  return `contacts-${day}.${FILE_ENDS[format]}`;
}
