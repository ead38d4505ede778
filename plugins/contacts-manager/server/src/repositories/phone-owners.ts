import type { Knex } from 'knex';
import type { ContactStatus } from '../../../shared/status';

export interface PhoneOwner {
  phone: string;
  slot: 'primary' | 'secondary';
  contactId: number;
  documentId: string;
  name: string;
  contactStatus: ContactStatus;
}

interface Row {
  phone: string;
  slot: 'primary' | 'secondary';
  contact_id: number;
  document_id: string;
  name: string;
  contact_status: ContactStatus;
}

/** Who holds these numbers (E.164), in either slot. At most 1,000 numbers, by the key of the phone table. */
export async function findPhoneOwners(
  knex: Knex,
  phones: string[],
): Promise<Map<string, PhoneOwner>> {
  if (phones.length === 0) return new Map();
  const rows = await knex<Row>('contact_phones as p')
    .join('contacts as c', 'c.id', 'p.contact_id')
    .whereIn('p.phone', phones)
    .select<Row[]>(
      'p.phone',
      'p.slot',
      'p.contact_id',
      'c.document_id',
      'c.name',
      'c.contact_status',
    );
  return new Map(
    rows.map((row) => [
      row.phone,
      {
        phone: row.phone,
        slot: row.slot,
        contactId: row.contact_id,
        documentId: row.document_id,
        name: row.name,
        contactStatus: row.contact_status,
      },
    ]),
  );
}
