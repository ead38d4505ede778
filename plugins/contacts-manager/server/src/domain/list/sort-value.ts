import type { CustomField } from '../../../../shared/custom-fields';
import { fold } from '../../../../shared/text';

/** What texts are compared by: the rest of a long one decides nothing. */
export const SORTED_LENGTH = 60;

/** Without case and accents, as names are sorted; null for none. */
export const textSortValue = (stored: unknown): string | null =>
  typeof stored === 'string' && stored !== '' ? fold(stored.slice(0, SORTED_LENGTH)) : null;

/** In the order of the definition; an option that was taken out of it comes behind the others. */
function optionSortValue(options: readonly string[], stored: unknown): number | null {
  if (typeof stored !== 'string') return null;
  const position = options.indexOf(stored);
  return position < 0 ? options.length : position;
}

/**
 * What a value of a custom field is sorted by. Null for none, and for one that does not fit the type, which only
 * plain SQL can have written.
 */
export function fieldSortValue(
  { type, options }: Pick<CustomField, 'type' | 'options'>,
  stored: unknown,
): string | number | null {
  switch (type) {
    case 'text':
    case 'long-text':
    case 'email':
    case 'link':
      return textSortValue(stored);
    case 'number':
      return typeof stored === 'number' && Number.isFinite(stored) ? stored : null;
    case 'yes-no':
      return typeof stored === 'boolean' ? Number(stored) : null;
    case 'date':
      return typeof stored === 'string' ? stored : null;
    case 'choice':
      return optionSortValue(options, stored);
    case 'choices':
      // They are stored in the order of the definition.
      return Array.isArray(stored) ? optionSortValue(options, stored[0]) : null;
  }
}
