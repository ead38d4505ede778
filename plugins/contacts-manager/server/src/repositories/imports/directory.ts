import type { Knex } from 'knex';
import { dialectOf, rawRows } from '../../database/dialect';
import { readValuesColumn } from '../../database/json-column';
import { directorySql } from '../../database/import-sql';
import type { DirectoryEntry } from '../../domain/import/types';

interface DirectoryRow {
  phone: string;
  slot: 'primary' | 'secondary';
  id: number;
  document_id: string;
  name: string;
  contact_status: string;
  primary_contact: string;
  secondary_contact: string | null;
  email: string | null;
  notes: string | null;
  custom_fields: unknown;
  category_key: string | null;
  group_keys: string | null;
}

/** The contacts that hold any of these numbers, in either slot, with what an import compares. */
export async function findInDirectory(knex: Knex, phones: string[]): Promise<DirectoryEntry[]> {
  if (phones.length === 0) return [];
  const rows = await rawRows<DirectoryRow>(
    knex.raw(directorySql(dialectOf(knex)), { phones: JSON.stringify(phones) }),
  );
  return rows.map((row) => ({
    phone: row.phone,
    slot: row.slot,
    contactId: row.id,
    documentId: row.document_id,
    name: row.name,
    contactStatus: row.contact_status,
    primaryContact: row.primary_contact,
    secondaryContact: row.secondary_contact,
    email: row.email,
    notes: row.notes,
    customFields: readValuesColumn(row.custom_fields),
    categoryKey: row.category_key,
    groupKeys: row.group_keys ? (JSON.parse(row.group_keys) as string[]) : [],
  }));
}

/** Of the newest contacts: enough to see which countries they are of. */
export async function sampleNumbersOf(knex: Knex): Promise<string[]> {
  const rows = await knex('contacts')
    .whereNotNull('primary_contact')
    .orderBy('id', 'desc')
    .limit(SAMPLED_CONTACTS)
    .select<{ primary_contact: string }[]>('primary_contact');
  return rows.map((row) => row.primary_contact);
}
const SAMPLED_CONTACTS = 200;
