import { z } from 'zod';
import { readCountry } from '../phone';
import { UNIQUENESS } from '../uniqueness';

/** What an import may take unless the settings say otherwise; those that a request leaves out. */
const DEFAULT_LOAD = { importMinutes: 15, importMemoryMb: 512, importsAtOnce: 2 };

const days = z.number().int().min(1).max(365);

/** What administrators set under Settings → Contacts; kept in the database, the same on every server. */
export const settingsBody = z.object({
  /** ISO 3166-1 alpha-2 for numbers without country code; null when they are refused. */
  defaultCountry: z
    .string()
    .refine((code) => readCountry(code) === code)
    .nullable(),
  uniqueness: z.enum(UNIQUENESS),
  limits: z.object({
    /** Bytes of an imported file, at most. The server's body parser takes no more than 200 MB. */
    importFileBytes: z.number().int().min(1_000_000).max(200_000_000),
    /** Rows of an imported file, at most. */
    importRows: z.number().int().min(1_000).max(1_000_000),
    /** Minutes that reading and checking a file may take. */
    importMinutes: z.number().int().min(1).max(120).default(DEFAULT_LOAD.importMinutes),
    /** Megabytes of heap that reading a file may take. */
    importMemoryMb: z.number().int().min(128).max(4_096).default(DEFAULT_LOAD.importMemoryMb),
    /** Imports that are worked on at the same time, on all servers together; the others wait. */
    importsAtOnce: z.number().int().min(1).max(8).default(DEFAULT_LOAD.importsAtOnce),
  }),
  retention: z.object({
    /** Days in which a change can be undone. */
    undoDays: days,
    /** Days a deleted contact stays in the bin. */
    binDays: days,
    /** Days the file and the rows of an ended import, and a review nobody came back to, are kept. */
    importDays: days,
  }),
});
export type Settings = z.output<typeof settingsBody>;

export const DEFAULT_SETTINGS: Settings = {
  defaultCountry: null,
  uniqueness: 'any',
  limits: {
    importFileBytes: 100_000_000,
    importRows: 1_000_000,
    ...DEFAULT_LOAD,
  },
  retention: { undoDays: 30, binDays: 30, importDays: 30 },
};

/**
 * PUT /settings. `base` is `changed.at` of the answer that was changed, null where nobody had saved yet: when somebody has
 * saved since, `settings.changed-meanwhile`, nothing saved. Without it what is sent is the last word.
 */
export const settingsUpdateBody = settingsBody.extend({
  base: z.iso.datetime().nullable().optional(),
});
export type SettingsUpdateBody = z.output<typeof settingsUpdateBody>;

/** GET and PUT /settings */
export interface SettingsAnswer {
  data: Settings;
  /** Who changed them last; null for a new installation. */
  changed: { at: string; by: string | null } | null;
}

/** GET /me: what every screen needs to know of the installation. */
export interface InstallationAnswer {
  data: Pick<Settings, 'defaultCountry' | 'uniqueness' | 'limits' | 'retention'>;
}
