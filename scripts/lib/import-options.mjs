import fs from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { Stop } from './say.mjs';

/** @typedef {import('../../plugins/contacts-manager/shared/contracts/imports').ImportOptions} ImportOptions */
/**
 * @typedef {{
 *   file: string, options: Omit<ImportOptions, 'groups' | 'category'>,
 *   names: { groups: string, category: string },
 *   isAgreed: boolean, isStrict: boolean, isDryRun: boolean,
 * }} ImportCommand
 */

export const USAGE = `npm run import -- FILE [options]

Imports people from an Excel workbook (.xlsx), a CSV file or contact cards (.vcf), as the Import screen does.

  --existing=skip|update          people whose number is known: leave them alone (default), or update them
  --unknown-names=create|reject   categories and groups that do not exist: make them (default), or refuse the row
  --shared-secondary=keep|drop    second numbers that somebody else has, where the settings allow it: keep them
                                  (default), or leave them blank
  --country=IN                    the country of numbers without country code; else as the settings say
  --groups="Choir, Spring"        groups that exist: everyone who is saved is added to them
  --category=Student              a category that exists: for people without one
  --archived                      save new people as archived
  --sheet="List 2026"             the sheet of a workbook; else the one that looks like a list of people
  --header-row=3                  the row that names the columns, 0 for none; else the one that looks like it
  --columns=name=B,primaryContact=A
                                  the column of each field, where their headers do not say it; others are left out
  --dry-run                       only say what would be done
  --yes                           do not ask; rows with problems are left out, and listed
  --strict                        import nothing when a row has a problem`;

/** @type {Record<'existing' | 'unknown-names' | 'shared-secondary', string[]>} */
const CHOICES = {
  existing: ['skip', 'update'],
  'unknown-names': ['create', 'reject'],
  'shared-secondary': ['keep', 'drop'],
};

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        existing: { type: 'string', default: 'skip' },
        'unknown-names': { type: 'string', default: 'create' },
        'shared-secondary': { type: 'string', default: 'keep' },
        country: { type: 'string', default: '' },
        groups: { type: 'string', multiple: true, default: [] },
        category: { type: 'string', default: '' },
        archived: { type: 'boolean', default: false },
        sheet: { type: 'string', default: '' },
        'header-row': { type: 'string', default: '' },
        columns: { type: 'string', default: '' },
        'dry-run': { type: 'boolean', default: false },
        yes: { type: 'boolean', default: false },
        strict: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    // Node's own sentence, such as "Unknown option '--exsting'."
    const [sentence = ''] = error instanceof Error ? error.message.split(/(?<=\.) /) : [];
    throw new Stop(`${sentence}\n\n${USAGE}`);
  }
}

/**
 * What the command line asks for; null when it asks what there is to ask for.
 * @param {string[]} args @param {{ folder: string, isTerminal: boolean }} from
 * @returns {ImportCommand | null}
 */
export function readImportCommand(args, { folder, isTerminal }) {
  const { values, positionals } = parse(args);
  if (values.help) return null;
  for (const [name, choices] of Object.entries(CHOICES)) {
    const value = values[/** @type {keyof typeof CHOICES} */ (name)];
    if (!choices.includes(value)) throw new Stop(`--${name} is ${choices.join(' or ')}.`);
  }
  if (!/^([A-Za-z]{2})?$/.test(values.country)) {
    throw new Stop('--country is a code of two letters, such as IN.');
  }
  if (!/^\d{0,4}$/.test(values['header-row'])) {
    throw new Stop('--header-row is the number of a row, such as 3.');
  }
  const isAgreed = values.yes;
  if (!isAgreed && !values['dry-run'] && !isTerminal) {
    throw new Stop('Nobody is there to be asked. Add --yes to import, or --dry-run to look only.');
  }
  return {
    file: findFile(positionals, folder),
    options: {
      existing: values.existing === 'update' ? 'update' : 'skip',
      unknownNames: values['unknown-names'] === 'reject' ? 'reject' : 'create',
      sharedSecondary: values['shared-secondary'] === 'drop' ? 'drop' : 'keep',
      country: values.country,
      newStatus: values.archived ? 'archived' : 'active',
      sheet: values.sheet,
      ...(values['header-row'] && { headerRow: Number(values['header-row']) }),
      ...(values.columns && { mapping: JSON.stringify(readColumns(values.columns)) }),
    },
    names: { groups: values.groups.join(','), category: values.category },
    isAgreed,
    isStrict: values.strict,
    isDryRun: values['dry-run'],
  };
}

const FIELD_COLUMN = /^\s*([^\s=]+)\s*=\s*([A-Za-z]{1,3})\s*$/;
const LETTERS = 26;

/**
 * Such as name=B,primaryContact=A: columns as spreadsheet programs letter them, as indices from 0.
 * @param {string} text @returns {Record<string, number>}
 */
function readColumns(text) {
  return Object.fromEntries(
    text.split(',').map((part) => {
      const [, field, letters] = FIELD_COLUMN.exec(part) ?? [];
      if (!field || !letters) {
        throw new Stop(
          '--columns is a list of fields and their columns, such as name=B,primaryContact=A.',
        );
      }
      const place = [...letters.toUpperCase()].reduce(
        (sum, letter) => sum * LETTERS + letter.charCodeAt(0) - 64,
        0,
      );
      return [field, place - 1];
    }),
  );
}

/** @param {string[]} names @param {string} folder @returns {string} */
function findFile(names, folder) {
  const [name, ...others] = names;
  if (name === undefined) throw new Stop(`Say which file.\n\n${USAGE}`);
  if (others.length > 0) throw new Stop('Import one file at a time.');
  const file = path.resolve(folder, name);
  if (!fs.existsSync(file)) throw new Stop(`There is no file ${file}.`);
  if (!fs.statSync(file).isFile()) throw new Stop(`${file} is not a file.`);
  return file;
}
