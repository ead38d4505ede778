import type { Knex } from 'knex';
import type { ContactStatus } from '../../../shared/status';
import type { PhoneSlot } from '../../../shared/uniqueness';

export interface PhoneOwner {
  phone: string;
  slot: PhoneSlot;
  contactId: number;
  documentId: string;
  name: string;
  contactStatus: ContactStatus;
}

interface Row {
  phone: string;
  slot: PhoneSlot;
  contact_id: number;
  document_id: string;
  name: string;
  contact_status: ContactStatus;
}

/**
 * Who holds these numbers (E.164), in either slot: the one whose primary number it is first, then those
 * who share it, the earliest first. At most 1,000 numbers, by an index of the phone table.
 */
export async function findPhoneOwners(
  knex: Knex,
  phones: string[],
): Promise<Map<string, PhoneOwner[]>> {
  if (phones.length === 0) return new Map();
  const rows = await knex<Row>('contact_phones as p')
    .join('contacts as c', 'c.id', 'p.contact_id')
    .whereIn('p.phone', phones)
    // 'primary' stands before 'secondary' in the alphabet, too.
    .orderBy(['p.slot', 'p.contact_id'])
    .select<Row[]>(
      'p.phone',
      'p.slot',
      'p.contact_id',
      'c.document_id',
      'c.name',
      'c.contact_status',
    );
  const owners = new Map<string, PhoneOwner[]>();
  for (const row of rows) {
    const owner: PhoneOwner = {
      phone: row.phone,
      slot: row.slot,
      contactId: row.contact_id,
      documentId: row.document_id,
      name: row.name,
      contactStatus: row.contact_status,
    };
    const known = owners.get(row.phone);
    if (known) known.push(owner);
    else owners.set(row.phone, [owner]);
  }
  return owners;
}
