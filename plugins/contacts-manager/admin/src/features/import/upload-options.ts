import type { UploadOptions } from '../../api/upload-import';

export const DEFAULT_OPTIONS: UploadOptions = {
  existing: 'skip',
  unknownNames: 'create',
  sharedSecondary: 'keep',
  country: '',
};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The options that "Try again with other options" hands over in the history entry. Browsers keep such
 * entries for weeks, so what comes back may be of an older version.
 */
export function readHandedOptions(locationState: unknown): UploadOptions | null {
  if (!isRecord(locationState) || !isRecord(locationState.options)) return null;
  const { existing, unknownNames, sharedSecondary, country } = locationState.options;
  return {
    existing: existing === 'update' ? 'update' : 'skip',
    unknownNames: unknownNames === 'reject' ? 'reject' : 'create',
    sharedSecondary: sharedSecondary === 'drop' ? 'drop' : 'keep',
    country: typeof country === 'string' ? country : '',
  };
}
