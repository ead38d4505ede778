import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { ContactView } from '../../../shared/contracts/contacts';
import type { ExportBody, ExportFormat } from '../../../shared/contracts/exports';
import { fieldError, refuseFields } from '../../../shared/errors';
import { exportColumns, type ExportColumn } from '../../../shared/export-columns';
import { plainCell } from '../../../shared/plain-cell';
import { contactCard } from '../domain/export/card';
import { exportRow } from '../domain/export/row';
import { loadViews } from '../repositories/contact-views';
import { listCustomFields } from '../repositories/custom-fields';
import { countSelection, readSelection } from '../repositories/selections';
import { writeCsv } from '../writers/export-csv';
import { writeVcards } from '../writers/export-vcard';
import { writeXlsx } from '../writers/export-xlsx';

/** Contacts read at once: enough to be fast, few enough that a slow connection keeps little in memory. */
const CHUNK = 500;

export interface ExportedFile {
  file: Readable;
  /** Contacts in it; null where nobody can say so before it is made. */
  total: number | null;
}

/**
 * The contacts of a selection as a file that is made while it is read. Contacts are read in order of creation, each
 * chunk as it is at that moment: the file is no picture of one instant, and who is deleted meanwhile may be missing.
 */
export async function exportContacts(
  strapi: Core.Strapi,
  { selection, format, columns: wanted }: ExportBody,
): Promise<ExportedFile> {
  const columns = chooseColumns(
    exportColumns(await listCustomFields(strapi.db.connection)),
    wanted,
  );
  const total = await countSelection(strapi.db.connection, selection);
  const contacts = readContacts(strapi, await readSelection(strapi.db.connection, selection));
  return { file: write(format, contacts, columns), total };
}

/** The contacts of a selection by and by. */
type Contacts = AsyncIterable<ContactView[]>;

function write(format: ExportFormat, contacts: Contacts, columns: ExportColumn[]): Readable {
  if (format === 'vcard') return writeVcards(each(contacts, (one) => contactCard(one, columns)));
  const rows = {
    // Labels of custom fields are what people typed.
    headers: columns.map(({ header }) => plainCell(header)),
    widths: columns.map(widthOf),
    chunks: each(contacts, (one) => exportRow(one, columns)),
  };
  return format === 'csv' ? writeCsv(rows) : writeXlsx(rows);
}

async function* each<T>(
  contacts: Contacts,
  write: (contact: ContactView) => T,
): AsyncGenerator<T[]> {
  for await (const chunk of contacts) yield chunk.map(write);
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

async function* readContacts(
  strapi: Core.Strapi,
  selected: AsyncIterable<number[]>,
): AsyncGenerator<ContactView[]> {
  for await (const ids of selected) {
    for (let start = 0; start < ids.length; start += CHUNK) {
      yield await loadViews(strapi.db.connection, ids.slice(start, start + CHUNK));
    }
  }
}
