import { settingsBody, type Settings } from '../../../../shared/contracts/settings';

/** The settings as the form holds them: sizes in megabytes, and numbers that may be missing while one types. */
export interface SettingsDraft {
  defaultCountry: string;
  uniqueness: Settings['uniqueness'];
  fileMegabytes: number | undefined;
  rows: number | undefined;
  minutes: number | undefined;
  memoryMegabytes: number | undefined;
  importsAtOnce: number | undefined;
  undoDays: number | undefined;
  binDays: number | undefined;
  importDays: number | undefined;
}

export type NumberName = Exclude<keyof SettingsDraft, 'defaultCountry' | 'uniqueness'>;

const MEGABYTE = 1_000_000;

/** What the server accepts (`settingsBody`), in the units of the form. */
export const RANGES: Record<NumberName, { min: number; max: number }> = {
  fileMegabytes: { min: 1, max: 200 },
  rows: { min: 1_000, max: 1_000_000 },
  minutes: { min: 1, max: 120 },
  memoryMegabytes: { min: 128, max: 4_096 },
  importsAtOnce: { min: 1, max: 8 },
  undoDays: { min: 1, max: 365 },
  binDays: { min: 1, max: 365 },
  importDays: { min: 1, max: 365 },
};
const NUMBER_NAMES = Object.keys(RANGES) as NumberName[];

export const draftOf = ({
  defaultCountry,
  uniqueness,
  limits,
  retention,
}: Settings): SettingsDraft => ({
  defaultCountry: defaultCountry ?? '',
  uniqueness,
  fileMegabytes: limits.importFileBytes / MEGABYTE,
  rows: limits.importRows,
  minutes: limits.importMinutes,
  memoryMegabytes: limits.importMemoryMb,
  importsAtOnce: limits.importsAtOnce,
  ...retention,
});

const isRight = (name: NumberName, value: number | undefined): boolean =>
  value !== undefined &&
  value >= RANGES[name].min &&
  value <= RANGES[name].max &&
  (name === 'fileMegabytes' || Number.isInteger(value));

/** The numbers that are missing or out of range. */
export const findWrongNumbers = (draft: SettingsDraft): NumberName[] =>
  NUMBER_NAMES.filter((name) => !isRight(name, draft[name]));

/** Null while a number is wrong. */
export function settingsOf(draft: SettingsDraft): Settings | null {
  // The server would take the default for a number that is missing.
  if (findWrongNumbers(draft).length > 0) return null;
  const parsed = settingsBody.safeParse({
    defaultCountry: draft.defaultCountry || null,
    uniqueness: draft.uniqueness,
    limits: {
      importFileBytes: Math.round((draft.fileMegabytes ?? 0) * MEGABYTE),
      importRows: draft.rows,
      importMinutes: draft.minutes,
      importMemoryMb: draft.memoryMegabytes,
      importsAtOnce: draft.importsAtOnce,
    },
    retention: {
      undoDays: draft.undoDays,
      binDays: draft.binDays,
      importDays: draft.importDays,
    },
  });
  return parsed.success ? parsed.data : null;
}
