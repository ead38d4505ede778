import type { CustomField } from '../../../../shared/custom-fields';
import { joinGroups } from '../import/groups-cell';

/** A value as a cell that an import reads back; empty for what is not there. */
export function customFieldCell(_definition: CustomField, value: unknown): string {
  if (Array.isArray(value)) return joinGroups(value.map(String));
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
