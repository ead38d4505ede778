import type { Knex } from 'knex';
import type { ContactStatus } from '../../../shared/status';
import { dialectOf, rawRows } from '../database/dialect';
import { whereIdIn } from '../database/id-list';
import { readJsonColumn } from '../database/json-column';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';

export interface RelatedRecord {
  documentId: string;
  name: string;
}

/** Everything of a contact that operations compare; relations by documentId and name, groups by name. */
export interface ContactSnapshot {
  id: number;
  documentId: string;
  attributes: {
    name: string;
    primaryContact: string;
    secondaryContact: string | null;
    email: string | null;
    contactStatus: ContactStatus;
    statusReason: string | null;
    statusChangedAt: string | null;
    notes: string | null;
    source: string | null;
    customFields: unknown;
    lastInteractionAt: string | null;
    category: RelatedRecord | null;
    groups: RelatedRecord[];
  };
}

interface ContactRow {
  id: number;
  document_id: string;
  name: string;
  primary_contact: string;
  secondary_contact: string | null;
  email: string | null;
  contact_status: ContactStatus;
  status_reason: string | null;
  status_changed_at: Date | number | string | null;
  notes: string | null;
  source: string | null;
  custom_fields: unknown;
  last_interaction_at: Date | number | string | null;
}

const SNAPSHOT_COLUMNS = [
  ...[
    'id',
    'document_id',
    'name',
    'primary_contact',
    'secondary_contact',
    'email',
    'contact_status',
  ],
  ...['status_reason', 'status_changed_at', 'notes', 'source', 'custom_fields'],
  'last_interaction_at',
] as (keyof ContactRow)[];

const isoOf = (value: Date | number | string | null): string | null =>
  value === null ? null : new Date(value).toISOString();

/**
 * These contacts as they are now, by ascending id; those that are gone are left out. `lock` keeps other
 * writers of the same contacts waiting until the transaction ends, in that order, so that two changes
 * never wait for each other in a circle (PostgreSQL; SQLite has one writer anyway). Without `relations`
 * category and groups are empty.
 */
export async function loadSnapshots(
  trx: Knex,
  contactIds: readonly number[],
  { lock = false, relations = true }: { lock?: boolean; relations?: boolean } = {},
): Promise<ContactSnapshot[]> {
  const query = trx<ContactRow>('contacts').select(SNAPSHOT_COLUMNS).orderBy('id');
  whereIdIn(query, trx, 'id', contactIds);
  if (lock && dialectOf(trx) === 'postgres') void query.forUpdate();
  const rows = await query;
  const relatedOf = relations ? await loadRelatedOf(trx, contactIds) : () => UNRELATED;
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    attributes: { ...scalarsOf(row), ...relatedOf(row.id) },
  }));
}

/** The contact as it is now, or null. `lock` as above, so that before and after belong together. */
export async function loadSnapshot(
  trx: Knex,
  contactId: number,
  { lock = false }: { lock?: boolean } = {},
): Promise<ContactSnapshot | null> {
  const query = trx<ContactRow>('contacts').where({ id: contactId }).first();
  if (lock && dialectOf(trx) === 'postgres') void query.forUpdate();
  const row = await query;
  if (!row) return null;
  return {
    id: row.id,
    documentId: row.document_id,
    attributes: { ...scalarsOf(row), ...(await loadRelated(trx, contactId)) },
  };
}

const scalarsOf = (row: ContactRow) => ({
  name: row.name,
  primaryContact: row.primary_contact,
  secondaryContact: row.secondary_contact,
  email: row.email,
  contactStatus: row.contact_status,
  statusReason: row.status_reason,
  statusChangedAt: isoOf(row.status_changed_at),
  notes: row.notes,
  source: row.source,
  customFields: readJsonColumn(row.custom_fields),
  lastInteractionAt: isoOf(row.last_interaction_at),
});

/** Category and groups of one contact, groups by name. */
export async function loadRelated(
  trx: Knex,
  contactId: number,
): Promise<Pick<ContactSnapshot['attributes'], 'category' | 'groups'>> {
  const related = await rawRows<{ kind: 'category' | 'group'; document_id: string; name: string }>(
    trx.raw(
      `select 'category' as kind, r.document_id, r.name from contacts_category_lnk l
         join contact_categories r on r.id = l.category_id where l.contact_id = ?
       union all
       select 'group', r.document_id, r.name from contacts_groups_lnk l
         join contact_groups r on r.id = l.group_id where l.contact_id = ?
       order by 1, 3, 2`,
      [contactId, contactId],
    ),
  );
  const records = (kind: 'category' | 'group'): RelatedRecord[] =>
    related
      .filter((record) => record.kind === kind)
      .map((record) => ({ documentId: record.document_id, name: record.name }));
  return { category: records('category')[0] ?? null, groups: records('group') };
}

type Related = Pick<ContactSnapshot['attributes'], 'category' | 'groups'>;

const UNRELATED: Related = { category: null, groups: [] };

/** Category and groups of many contacts, groups by name. */
export async function loadRelatedOf(
  trx: Knex,
  contactIds: readonly number[],
): Promise<(contactId: number) => Related> {
  const categories = await loadLinked(trx, 'category', contactIds);
  const groups = await loadLinked(trx, 'group', contactIds);
  return (contactId) => ({
    category: categories.get(contactId)?.[0] ?? null,
    groups: groups.get(contactId) ?? [],
  });
}

async function loadLinked(
  trx: Knex,
  kind: RecordKind,
  contactIds: readonly number[],
): Promise<Map<number, RelatedRecord[]>> {
  const { links, records, column } = RECORD_TABLES[kind];
  const query = trx(`${links} as l`)
    .join(`${records} as r`, 'r.id', `l.${column}`)
    .select<{ contact_id: number; document_id: string; name: string }[]>(
      ...['l.contact_id', 'r.document_id', 'r.name'],
    )
    .orderBy(['r.name', 'r.document_id']);
  whereIdIn(query, trx, 'l.contact_id', contactIds);
  const linked = new Map<number, RelatedRecord[]>();
  for (const { contact_id, document_id, name } of await query) {
    const record = { documentId: document_id, name };
    const others = linked.get(contact_id);
    if (others) others.push(record);
    else linked.set(contact_id, [record]);
  }
  return linked;
}
