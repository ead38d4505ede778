import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { ExportBody } from '../../../shared/contracts/exports';
import { fieldError, refuseFields } from '../../../shared/errors';
import { exportColumns, type ExportColumn } from '../../../shared/export-columns';
import { plainCell } from '../../../shared/plain-cell';
import { exportRow } from '../domain/export/row';
import { loadViews } from '../repositories/contact-views';
import { listCustomFields } from '../repositories/custom-fields';
import { readSelection } from '../repositories/selections';
import { writeCsv } from '../writers/export-csv';
import { writeXlsx } from '../writers/export-xlsx';

/** Contacts read at once: enough to be fast, few enough that a slow connection keeps little in memory. */
const CHUNK = 500;

/**
 * The contacts of a selection as a file that is made while it is read. Contacts are read in order of creation, each
 * chunk as it is at that moment: the file is no picture of one instant, and who is deleted meanwhile may be missing.
 */
export async function exportContacts(
  strapi: Core.Strapi,
  { selection, format, columns: wanted }: ExportBody,
): Promise<Readable> {
  const columns = chooseColumns(
    exportColumns(await listCustomFields(strapi.db.connection)),
    wanted,
  );
  const rows = {
    // Labels of custom fields are what people typed.
    headers: columns.map(({ header }) => plainCell(header)),
    widths: columns.map(widthOf),
    chunks: exportRows(strapi, await readSelection(strapi.db.connection, selection), columns),
  };
  return format === 'csv' ? writeCsv(rows) : writeXlsx(rows);
}

function chooseColumns(all: ExportColumn[], wanted: string[] | undefined): ExportColumn[] {
  if (!wanted) return all;
  const byKey = new Map(all.map((column) => [column.key, column]));
  const keys = [...new Set(wanted)];
  const unknown = keys.flatMap((key) =>
    byKey.has(key) ? [] : [fieldError(['columns', wanted.indexOf(key)], 'value.invalid')],
  );
  if (unknown.length > 0) throw refuseFields(unknown);
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** Characters: names and notes are wider than statuses. */
const widthOf = ({ key }: ExportColumn): number =>
  key === 'notes' ? 40 : key === 'status' ? 12 : 24;

async function* exportRows(
  strapi: Core.Strapi,
  selected: AsyncIterable<number[]>,
  columns: readonly ExportColumn[],
): AsyncGenerator<string[][]> {
  for await (const ids of selected) {
    for (let start = 0; start < ids.length; start += CHUNK) {
      const contacts = await loadViews(strapi.db.connection, ids.slice(start, start + CHUNK));
      yield contacts.map((contact) => exportRow(contact, columns));
    }
  }
}
