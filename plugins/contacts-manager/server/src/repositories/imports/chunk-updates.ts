import type { Knex } from 'knex';
import { searchTextOf } from '../../../../shared/search';
import { dialectOf, giveWay, rawRows } from '../../database/dialect';
import {
  ADD_CATEGORY_LINKS_SQL,
  addGroupLinksSql,
  asValues,
  DELETE_OTHER_CATEGORIES_SQL,
} from '../../database/import-sql';
import { readValuesColumn } from '../../database/json-column';
import { recordsJson, recordsOf, type RecordColumns } from '../../database/records';
import { refreshSearchRows } from '../../database/search-index';
import { diffAttributes } from '../../domain/changes/diff';
import { loadRelatedOf } from '../contact-snapshots';
import { recordManyItems } from '../operation-items';
import { timestamp } from '../operations';
import { additionBindings, additionStatements, type Chunk, type Writing } from './chunk';

/** What an update may touch, as it is in the database; relations by documentId and name, groups by name. */
interface Before {
  id: number;
  name: string;
  primaryContact: string;
  secondaryContact: string | null;
  email: string | null;
  notes: string | null;
  customFields: Record<string, unknown> | null;
}
interface Planned {
  name: string | null;
  secondaryContact: string | null;
  email: string | null;
  notes: string | null;
  customFields: Record<string, unknown> | null;
}
/**
 * Updates the contacts of a chunk. Their values are put together here and not in SQL, because the search
 * text is folded in JavaScript and somebody may have edited the contact since the review: what the file
 * leaves blank stays as it is now.
 */
export async function updateContacts(trx: Knex, chunk: Chunk, writing: Writing): Promise<void> {
  if (chunk.updates === 0) return;
  const dialect = dialectOf(trx);
  const updates = await loadUpdates(trx, chunk);
  const ids = updates.map(({ before }) => before.id);
  const relatedBefore = await loadRelatedOf(trx, ids);
  await giveWay(dialect);
  const written = updates.map(({ before, planned }) => ({ before, after: merge(before, planned) }));
  await writeContacts(trx, written, writing);
  await giveWay(dialect);
  await writeLinks(trx, chunk, writing);
  await refreshSearchRows(
    trx,
    written.filter(({ before, after }) => searchTextOf(before) !== searchTextOf(after)).map(idOf),
  );
  await giveWay(dialect);
  const relatedAfter = await loadRelatedOf(trx, ids);
  const items = written.flatMap(({ before, after }) => {
    const { id } = before;
    const diff = diffAttributes(
      { ...attributesOf(before), ...relatedBefore(id) },
      { ...attributesOf(after), ...relatedAfter(id) },
    );
    return diff ? [{ contactId: id, ...diff }] : [];
  });
  await recordManyItems(trx, writing.operationId, items);
}

const idOf = ({ before }: { before: Before }): number => before.id;

const attributesOf = ({ name, secondaryContact, email, notes, customFields }: Before) => ({
  name,
  secondaryContact,
  email,
  notes,
  customFields,
});

/** Blank never erases. */
const merge = (before: Before, planned: Planned): Before => ({
  ...before,
  name: planned.name ?? before.name,
  secondaryContact: planned.secondaryContact ?? before.secondaryContact,
  email: planned.email ?? before.email,
  notes: planned.notes ?? before.notes,
  customFields: planned.customFields
    ? { ...before.customFields, ...planned.customFields }
    : before.customFields,
});

interface UpdateRow {
  id: number;
  name: string;
  primary_contact: string;
  secondary_contact: string | null;
  email: string | null;
  notes: string | null;
  custom_fields: unknown;
  planned_name: string | null;
  planned_secondary: string | null;
  planned_email: string | null;
  planned_notes: string | null;
  planned_values: string | null;
}

/** Locked in the order of their ids, so that two writers of the same contacts wait instead of deadlocking. */
async function loadUpdates(
  trx: Knex,
  { importId, after, last }: Chunk,
): Promise<{ before: Before; planned: Planned }[]> {
  const rows = await rawRows<UpdateRow>(
    trx.raw(
      `select c.id, c.name, c.primary_contact, c.secondary_contact, c.email, c.notes, c.custom_fields,
         r.name as planned_name, r.secondary_contact as planned_secondary,
         r.email as planned_email, r.notes as planned_notes,
         r.custom_fields as planned_values
       from contact_import_rows r join contacts c on c.id = r.contact_id
       where r.import_id = ? and r.row > ? and r.row <= ? and r.state = 'planned'
         and r.decision = 'update'
       order by c.id ${dialectOf(trx) === 'postgres' ? 'for update of c' : ''}`,
      [importId, after, last],
    ),
  );
  return rows.map((row) => ({
    before: {
      id: row.id,
      name: row.name,
      primaryContact: row.primary_contact,
      secondaryContact: row.secondary_contact,
      email: row.email,
      notes: row.notes,
      customFields: readValuesColumn(row.custom_fields),
    },
    planned: {
      name: row.planned_name,
      secondaryContact: row.planned_secondary,
      email: row.planned_email,
      notes: row.planned_notes,
      customFields: readValuesColumn(row.planned_values),
    },
  }));
}

const CONTACT_COLUMNS = {
  id: 'integer',
  name: 'text',
  secondary_contact: 'text',
  email: 'text',
  notes: 'text',
  custom_fields: 'text',
  search_text: 'text',
} as const satisfies RecordColumns;

async function writeContacts(
  trx: Knex,
  written: { after: Before }[],
  { now, adminId }: Writing,
): Promise<void> {
  const dialect = dialectOf(trx);
  const rows = written.map(({ after }) => ({
    id: after.id,
    name: after.name,
    secondary_contact: after.secondaryContact,
    email: after.email,
    notes: after.notes,
    custom_fields: after.customFields && JSON.stringify(after.customFields),
    search_text: searchTextOf(after),
  }));
  await trx.raw(
    `update contacts set name = n.name, secondary_contact = n.secondary_contact, email = n.email,
       notes = n.notes, custom_fields = ${asValues(dialect, 'n.custom_fields')}, search_text = n.search_text, updated_at = :now, updated_by_id = :adminId
     from (${recordsOf(dialect, CONTACT_COLUMNS, ':rows')}) n where contacts.id = n.id`,
    { rows: recordsJson(CONTACT_COLUMNS, rows), now: timestamp(dialect, now), adminId },
  );
}

async function writeLinks(
  trx: Knex,
  { importId, after, last }: Chunk,
  { added }: Writing,
): Promise<void> {
  const dialect = dialectOf(trx);
  for (const statement of [
    DELETE_OTHER_CATEGORIES_SQL,
    ADD_CATEGORY_LINKS_SQL,
    addGroupLinksSql(dialect),
    ...additionStatements(dialect, 'update', added),
  ]) {
    await trx.raw(statement, { importId, after, last, ...additionBindings(added) });
    await giveWay(dialect);
  }
}
