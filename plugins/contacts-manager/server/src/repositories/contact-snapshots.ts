import type { Knex } from 'knex';
import type { ContactStatus } from '../../../shared/status';
import { dialectOf, rawRows } from '../database/dialect';
import { readJsonColumn } from '../database/json-column';

interface RelatedRecord {
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

const isoOf = (value: Date | number | string | null): string | null =>
  value === null ? null : new Date(value).toISOString();

/**
 * The contact as it is now, or null. `lock` keeps other writers of the same contact waiting until the
 * transaction ends (PostgreSQL; SQLite has one writer anyway), so that before and after belong together.
 */
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
