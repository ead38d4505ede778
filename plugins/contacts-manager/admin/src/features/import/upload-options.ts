import type { ImportView } from '../../../../shared/contracts/imports';
import type { UploadOptions } from '../../api/upload-import';

export const DEFAULT_OPTIONS: UploadOptions = {
  existing: 'skip',
  unknownNames: 'create',
  sharedSecondary: 'keep',
  country: '',
  groups: [],
  category: '',
  newStatus: 'active',
};

/** The options of an import, to upload with again. */
export const optionsOf = ({ options }: Pick<ImportView, 'options'>): UploadOptions => ({
  ...options,
  groups: options.groups.map(({ documentId }) => documentId),
  category: options.category?.documentId ?? '',
});

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

/**
 * The options that "Try again with other options" hands over in the history entry. Browsers keep such
 * entries for weeks, so what comes back may be of an older version.
 */
export function readHandedOptions(locationState: unknown): UploadOptions | null {
  if (!isRecord(locationState) || !isRecord(locationState.options)) return null;
  const { existing, unknownNames, sharedSecondary, ...given } = locationState.options;
  const { country, groups, category, newStatus } = given;
  const isText = (value: unknown): value is string => typeof value === 'string';
  return {
    existing: existing === 'update' ? 'update' : 'skip',
    unknownNames: unknownNames === 'reject' ? 'reject' : 'create',
    sharedSecondary: sharedSecondary === 'drop' ? 'drop' : 'keep',
    country: isText(country) ? country : '',
    groups: Array.isArray(groups) ? groups.filter(isText) : [],
    category: isText(category) ? category : '',
    newStatus: newStatus === 'archived' ? 'archived' : 'active',
  };
}
