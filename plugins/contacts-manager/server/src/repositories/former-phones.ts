import type { Knex } from 'knex';
import type { SearchTerm } from '../../../shared/search';
import { TAIL_DIGITS } from '../database/former-phones';
import { needlesOf } from '../database/search-predicate';
import type { ContactStatus } from '../../../shared/status';

/** A contact that had a number before. */
export interface FormerOwner {
  contactId: number;
  phone: string;
}

/** More people than ever had one number; a search for its first digits finds no more of them. */
const FOUND_MAX = 200;

/** The digits of a search that is one number, long enough not to be a part of everybody's, in all its spellings. */
function numbersOf(terms: SearchTerm[]): string[] {
  const [only] = terms;
  if (!only || terms.length > 1 || !/^\d+$/.test(only.text)) return [];
  return needlesOf(only).filter((digits) => digits.length >= TAIL_DIGITS);
}

/** Who had the number that a search names, from its first digits or without its country code. */
export async function findFormerOwners(knex: Knex, terms: SearchTerm[]): Promise<FormerOwner[]> {
  const numbers = numbersOf(terms);
  if (numbers.length === 0) return [];
  const rows = await knex('contact_former_phones as f')
    .join('contacts as c', 'c.id', 'f.contact_id')
    .where((any) => {
      for (const digits of numbers) {
        // A range instead of a pattern, because an index serves it whatever the locale; ':' follows '9'.
        void any.orWhereRaw('(f.phone >= ? and f.phone < ?)', [`+${digits}`, `+${digits}:`]);
        void any.orWhereRaw('(f.tail = ? and f.phone like ?)', [
          digits.slice(-TAIL_DIGITS),
          `%${digits}`,
        ]);
      }
    })
    .orderBy(['f.contact_id', 'f.phone'])
    .limit(FOUND_MAX)
    .select<{ contact_id: number; phone: string }[]>('f.contact_id', 'f.phone');
  return rows.map(({ contact_id, phone }) => ({ contactId: contact_id, phone }));
}

/** Who had these numbers (E.164) before; the latest to be added to the directory answers for it. */
export async function findFormerOwnersOf(
  knex: Knex,
  phones: string[],
): Promise<Map<string, { documentId: string; name: string; contactStatus: ContactStatus }>> {
  if (phones.length === 0) return new Map();
  const rows = await knex('contact_former_phones as f')
    .join('contacts as c', 'c.id', 'f.contact_id')
    .whereIn('f.phone', phones)
    .orderBy('f.contact_id')
    .select<{ phone: string; document_id: string; name: string; contact_status: ContactStatus }[]>(
      'f.phone',
      'c.document_id',
      'c.name',
      'c.contact_status',
    );
  return new Map(
    rows.map(({ phone, document_id, name, contact_status }) => [
      phone,
      { documentId: document_id, name, contactStatus: contact_status },
    ]),
  );
}
