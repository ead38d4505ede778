import { splitCells } from '../contact-form/paste/split-cells';

const SPECIAL = /["\t\r\n]/;
const quote = (cell: string): string =>
  SPECIAL.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/**
 * What spreadsheet programs put on the clipboard, as a file of text between tabs: they leave quotation marks inside
 * cells as they are. The first line names the tab, because cells may hold more commas than there are tabs.
 */
export const pastedText = (text: string): string =>
  ['sep=\t', ...splitCells(text, '\t').map((cells) => cells.map(quote).join('\t'))].join('\r\n');

export const pastedFile = (text: string, name: string): File =>
  new File([pastedText(text)], name, { type: 'text/tab-separated-values' });
