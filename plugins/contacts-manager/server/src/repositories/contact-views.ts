import type { Knex } from 'knex';
import { CONTACT_SOURCES } from '../../../shared/contact';
import type { ContactView } from '../../../shared/contracts/contacts';
import type { ContactStatus } from '../../../shared/status';
import { whereIdIn } from '../database/id-list';
import { readValuesColumn } from '../database/json-column';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';

type Timestamp = Date | number | string | null;

interface ContactRow {
  id: number;
  document_id: string;
  name: string;
  primary_contact: string;
  secondary_contact: string | null;
  email: string | null;
  contact_status: ContactStatus;
  status_reason: string | null;
  status_changed_at: Timestamp;
  notes: string | null;
  source: string | null;
  custom_fields: unknown;
  last_interaction_at: Timestamp;
  created_at: Timestamp;
  updated_at: Timestamp;
}
interface LinkedRow {
  contact_id: number;
  document_id: string;
  name: string;
  color: string | null;
}
type Related = ContactView['groups'][number];

const COLUMNS: (keyof ContactRow)[] = [
  ...(['id', 'document_id', 'name', 'primary_contact', 'secondary_contact', 'email'] as const),
  ...(['contact_status', 'status_reason', 'status_changed_at', 'notes', 'source'] as const),
  ...(['custom_fields', 'last_interaction_at', 'created_at', 'updated_at'] as const),
];

export interface NumberedView {
  id: number;
  view: ContactView;
}

/** Contacts by row id, in the order asked; those that are gone are left out. */
export const loadViews = async (knex: Knex, ids: number[]): Promise<ContactView[]> =>
  (await loadNumberedViews(knex, ids)).map(({ view }) => view);

/** The same, with their row ids. */
export async function loadNumberedViews(knex: Knex, ids: number[]): Promise<NumberedView[]> {
  if (ids.length === 0) return [];
  const query = knex('contacts').select<ContactRow[]>(...COLUMNS);
  whereIdIn(query, knex, 'id', ids);
  const [rows, categories, groups] = await Promise.all([
    query,
    loadRelated(knex, 'category', ids),
    loadRelated(knex, 'group', ids),
  ]);
  const views = new Map(
    rows.map((row) => [
      row.id,
      viewOf(row, categories.get(row.id)?.[0] ?? null, groups.get(row.id) ?? []),
    ]),
  );
  return ids.flatMap((id) => {
    const view = views.get(id);
    return view ? [{ id, view }] : [];
  });
}

async function loadRelated(
  knex: Knex,
  kind: RecordKind,
  contactIds: number[],
): Promise<Map<number, Related[]>> {
  const { links, records, column } = RECORD_TABLES[kind];
  const query = knex(`${links} as l`)
    .join(`${records} as r`, 'r.id', `l.${column}`)
    .select<LinkedRow[]>('l.contact_id', 'r.document_id', 'r.name', 'r.color')
    .orderBy('r.name_key');
  whereIdIn(query, knex, 'l.contact_id', contactIds);
  const related = new Map<number, Related[]>();
  for (const { contact_id, document_id, name, color } of await query) {
    const record = { documentId: document_id, name, color };
    const others = related.get(contact_id);
    if (others) others.push(record);
    else related.set(contact_id, [record]);
  }
  return related;
}

const isoOf = (value: Timestamp): string | null =>
  value === null ? null : new Date(value).toISOString();
/** Every path of the product sets these; a row written by plain SQL may lack them. */
const isoOrEpoch = (value: Timestamp): string => isoOf(value) ?? new Date(0).toISOString();

const viewOf = (row: ContactRow, category: Related | null, groups: Related[]): ContactView => ({
  documentId: row.document_id,
  name: row.name,
  primaryContact: row.primary_contact,
  secondaryContact: row.secondary_contact,
  email: row.email,
  category,
  groups,
  contactStatus: row.contact_status,
  statusReason: row.status_reason,
  statusChangedAt: isoOf(row.status_changed_at),
  notes: row.notes,
  source: CONTACT_SOURCES.find((source) => source === row.source) ?? 'manual',
  customFields: readValuesColumn(row.custom_fields),
  lastInteractionAt: isoOf(row.last_interaction_at),
  createdAt: isoOrEpoch(row.created_at),
  updatedAt: isoOrEpoch(row.updated_at),
});
