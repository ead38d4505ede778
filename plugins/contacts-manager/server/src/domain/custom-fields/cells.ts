import {
  readFieldValue,
  type CustomField,
  type ValueReading,
} from '../../../../shared/custom-fields';
import { nameKey } from '../../../../shared/text';
import { joinGroups, splitGroups } from '../import/groups-cell';

type Definition = Pick<CustomField, 'type' | 'options'>;

export const YES = 'Yes';
export const NO = 'No';
const YES_WORDS = ['yes', 'true', '1'];
const NO_WORDS = ['no', 'false', '0'];

/**
 * A workbook's cell as the value that is stored; null for a blank one. Options are found without regard to case;
 * several of them stand in one cell as groups do.
 */
export function readFieldCell(field: Definition, cell: string): ValueReading {
  switch (field.type) {
    case 'yes-no':
      return readFieldValue(field, wordValue(cell));
    case 'choice':
      return readFieldValue(field, optionOf(field, cell));
    case 'choices':
      return readFieldValue(
        field,
        // Left as it is when a quotation mark is not closed: no option, so it is refused.
        splitGroups(cell)?.map(({ name }) => optionOf(field, name)) ?? cell,
      );
    default:
      return readFieldValue(field, cell);
  }
}

/** A stored value as the cell that `readFieldCell` reads back to the same; '' for none. */
export function writeFieldCell({ type }: Definition, value: unknown): string {
  if (value === null || value === undefined) return '';
  if (type === 'yes-no' && typeof value === 'boolean') return value ? YES : NO;
  if (Array.isArray(value)) return joinGroups(value.map(String));
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function wordValue(cell: string): boolean | string {
  const word = cell.trim().toLowerCase();
  if (YES_WORDS.includes(word)) return true;
  return NO_WORDS.includes(word) ? false : word;
}

/** The option as it is defined; other text comes back for the refusal. */
function optionOf({ options }: Definition, text: string): string {
  const key = nameKey(text);
  return options.find((option) => nameKey(option) === key) ?? text;
}
