import type { CustomField } from './custom-fields';
import { nameKey } from './text';

type Definition = Pick<CustomField, 'type' | 'options'>;

const YES_WORDS = ['yes', 'true', '1'];
const NO_WORDS = ['no', 'false', '0'];

/**
 * What a cell of a spreadsheet says, for `readFieldValue` to judge. Options are found without regard to case; several
 * of them stand in one cell as groups do: `namesIn` splits such a cell, and gives null for one it cannot split.
 */
export function valueOfCell(
  field: Definition,
  cell: string,
  namesIn: (cell: string) => readonly string[] | null,
): unknown {
  switch (field.type) {
    case 'yes-no':
      return wordValue(cell);
    case 'choice':
      return optionOf(field, cell);
    case 'choices':
      // Left as it is when a quotation mark is not closed: no option, so it is refused.
      return namesIn(cell)?.map((name) => optionOf(field, name)) ?? cell;
    default:
      return cell;
  }
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
