import { fillThreeEntries, ROOT, settle, uploadWorkbook } from './moves.mjs';

/** @type {import('./studio.mjs').Shot[]} */
export const ENTRY_SHOTS = [
  {
    name: 'add-form',
    title: 'Adding several',
    notice:
      "The first number is shown as it was understood, with its country. The second is somebody's: the form says whose, whether that contact is active, and links to it. The third is no number. Nothing is saved before all three are right.",
    height: 1500,
    arrange: fillThreeEntries,
  },
  {
    name: 'import-upload',
    title: 'Import: the file',
    notice:
      'The template on top, the file below it. Everything one seldom needs is under More options.',
    async arrange(page) {
      await page.goto(`${ROOT}/imports/new`);
      await page.getByText('Drop an Excel or CSV file here').waitFor();
      await settle(page);
    },
  },
  {
    name: 'import-review',
    title: 'Import: the review',
    notice:
      'Nothing is saved yet. Names that would be created are listed first: "Studnet" is a slip, and here is the place to see it. The cards count and filter the rows. A problem stands at its cell, in words: a number that is too short, one that the spreadsheet has shortened to `9.19877E+11`, an e-mail address without @, and a number that another row has already, spelled differently.',
    height: 1500,
    arrange: (page, { workbook }) => uploadWorkbook(page, workbook),
  },
  {
    name: 'import-result',
    title: 'Import: the result',
    notice: 'The same rows, with what became of them, and Undo.',
    async arrange(page, { workbook }) {
      await uploadWorkbook(page, workbook);
      await page.getByRole('button', { name: /^Add \d+ contacts/ }).click();
      await page.getByText(/^\d+ contacts added/).waitFor();
      await settle(page);
    },
  },
];
