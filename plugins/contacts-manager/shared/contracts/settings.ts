import { z } from 'zod';

/** `any`: no number is in two contacts. `primary`: secondary numbers may be shared, primary ones may not. */
export const UNIQUENESS = ['any', 'primary'] as const;
export type Uniqueness = (typeof UNIQUENESS)[number];

/** What administrators set under Settings → Contacts; kept in the database, the same on every server. */
export const settingsBody = z.object({
  /** ISO 3166-1 alpha-2 for numbers without country code; null when they are refused. */
  defaultCountry: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .nullable(),
  uniqueness: z.enum(UNIQUENESS),
  limits: z.object({
    /** Bytes of an imported file, at most. */
    importFileBytes: z.number().int().min(1_000_000).max(1_000_000_000),
    /** Rows of an imported file, at most. */
    importRows: z.number().int().min(1_000).max(1_000_000),
  }),
  retention: z.object({
    /** Days in which a change can be undone. */
    undoDays: z.number().int().min(1).max(365),
    /** Days a deleted contact stays in the bin. */
    binDays: z.number().int().min(1).max(365),
    /** Days the rows of an ended import, and a review nobody came back to, are kept. */
    importDays: z.number().int().min(1).max(365),
  }),
});
export type Settings = z.output<typeof settingsBody>;

export const DEFAULT_SETTINGS: Settings = {
  defaultCountry: null,
  uniqueness: 'any',
  limits: { importFileBytes: 100_000_000, importRows: 1_000_000 },
  retention: { undoDays: 30, binDays: 30, importDays: 30 },
};

/** GET and PUT /settings */
export interface SettingsAnswer {
  data: Settings;
}
