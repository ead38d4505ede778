import { TEMPLATE_HEADERS, writeRows } from '../../tests/factories/workbook.mjs';
import { personOf } from './people.mjs';
import { SEEDED } from './seed.mjs';

const NOTE_EVERY = 5;

/** New people with numbers nobody has, in categories and groups of a filled database. @param {number} from @param {number} rows */
function* cellsOf(from, rows) {
  for (let index = from; index < from + rows; index += 1) {
    const person = personOf(index, SEEDED);
    yield [
      person.name,
      person.category === null ? '' : `Category ${person.category + 1}`,
      person.primaryContact,
      person.secondaryContact ?? '',
      person.email ?? '',
      person.groups.map((position) => `Group ${position + 1}`).join(', '),
      index % NOTE_EVERY === 0 ? `Met at the fair, stand ${index % 400}` : '',
    ];
  }
}

/**
 * A workbook in template form, its text in a table of shared strings as Excel writes it.
 * @param {string} file @param {{ from: number, rows: number }} people
 */
export const writeImportWorkbook = (file, { from, rows }) =>
  writeRows(file, cellsOf(from, rows), TEMPLATE_HEADERS, { sharedStrings: true });
