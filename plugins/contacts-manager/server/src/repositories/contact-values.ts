import type { Knex } from 'knex';
import { searchTextOf } from '../../../shared/search';
import { dialectOf, type Dialect } from '../database/dialect';
import { whereIdIn, whereTextIn } from '../database/id-list';
import { recordsJson, recordsOf } from '../database/records';
import { refreshSearchRows } from '../database/search-index';
import { timestampValue } from '../database/timestamps';
import { RECORD_TABLES, type RecordKind } from './contact-predicate';
import type { ContactSnapshot, RelatedRecord } from './contact-snapshots';
import { timestamp } from './operations';

type Attributes = ContactSnapshot['attributes'];
type Scalar = Exclude<keyof Attributes, 'category' | 'groups'>;

/** A contact as it is, and the values it is to have. */
export interface ValueChange {
  before: ContactSnapshot;
  values: Partial<Attributes>;
}

interface Column {
  name: string;
  type?: 'timestamp' | 'json';
}

const COLUMNS: Record<Scalar, Column> = {
  name: { name: 'name' },
  primaryContact: { name: 'primary_contact' },
  secondaryContact: { name: 'secondary_contact' },
  email: { name: 'email' },
  contactStatus: { name: 'contact_status' },
  statusReason: { name: 'status_reason' },
  statusChangedAt: { name: 'status_changed_at', type: 'timestamp' },
  notes: { name: 'notes' },
  source: { name: 'source' },
  customFields: { name: 'custom_fields', type: 'json' },
  lastInteractionAt: { name: 'last_interaction_at', type: 'timestamp' },
};
const SCALARS = Object.keys(COLUMNS) as Scalar[];

/** Gives contacts, which the caller has locked, other values: set-based, search text and links included. */
export async function writeValues(trx: Knex, changes: ValueChange[]): Promise<void> {
  if (changes.length === 0) return;
  await writeScalars(trx, changes);
  await refreshSearchRows(
    trx,
    changes.filter(changesSearch).map(({ before }) => before.id),
  );
  await writeLinks(trx, 'category', changes, ({ category }) => (category ? [category] : []));
  await writeLinks(trx, 'group', changes, ({ groups }) => groups);
}

const afterOf = ({ before, values }: ValueChange): Attributes => ({
  ...before.attributes,
  ...values,
});
const changesSearch = (change: ValueChange): boolean =>
  searchTextOf(change.before.attributes) !== searchTextOf(afterOf(change));

function storedValue(dialect: Dialect, scalar: Scalar, value: unknown): string | number | null {
  if (value === null || value === undefined) return null;
  const { type } = COLUMNS[scalar];
  if (typeof value !== 'string' || type === 'json') return JSON.stringify(value);
  return type === 'timestamp' ? timestampValue(dialect, value) : value;
}

/** How the text of a record becomes the column's own type. */
function assignment(dialect: Dialect, { name, type }: Column): string {
  const cast = dialect === 'postgres' && type ? (type === 'json' ? 'jsonb' : 'timestamp') : null;
  return `${name} = ${cast ? `cast(n.${name} as ${cast})` : `n.${name}`}`;
}

async function writeScalars(trx: Knex, changes: ValueChange[]): Promise<void> {
  const dialect = dialectOf(trx);
  const written = SCALARS.filter((scalar) => changes.some(({ values }) => scalar in values));
  const columns: Record<string, 'integer' | 'text'> = {
    id: 'integer',
    search_text: 'text',
    ...Object.fromEntries(written.map((scalar) => [COLUMNS[scalar].name, 'text'] as const)),
  };
  const rows = changes.map((change) => {
    const after = afterOf(change);
    return {
      id: change.before.id,
      search_text: searchTextOf(after),
      ...Object.fromEntries(
        written.map((scalar) => [
          COLUMNS[scalar].name,
          storedValue(dialect, scalar, after[scalar]),
        ]),
      ),
    };
  });
  const searched = changes.some(changesSearch) ? ['search_text = n.search_text'] : [];
  const assignments = [
    ...written.map((scalar) => assignment(dialect, COLUMNS[scalar])),
    ...searched,
    'updated_at = :now',
  ];
  await trx.raw(
    `update contacts set ${assignments.join(', ')}
     from (${recordsOf(dialect, columns, ':rows')}) n where contacts.id = n.id`,
    { rows: recordsJson(columns, rows), now: timestamp(dialect, new Date()) },
  );
}

interface Link {
  contact_id: number;
  record_id: number;
}

/** Only links that are too many go and only those that lack come, behind the ones that stay. */
async function writeLinks(
  trx: Knex,
  kind: RecordKind,
  changes: ValueChange[],
  refsOf: (attributes: Attributes) => RelatedRecord[],
): Promise<void> {
  const key = kind === 'category' ? 'category' : 'groups';
  const relevant = changes.filter(({ values }) => key in values);
  if (relevant.length === 0) return;
  const idOf = await findIds(
    trx,
    kind,
    relevant.flatMap((change) => [...refsOf(change.before.attributes), ...refsOf(afterOf(change))]),
  );
  const removed: Link[] = [];
  const added: Link[] = [];
  for (const change of relevant) {
    const had = refsOf(change.before.attributes).map(({ documentId }) => documentId);
    const wanted = refsOf(afterOf(change)).map(({ documentId }) => documentId);
    const linksOf = (documentIds: string[]) =>
      documentIds.flatMap((documentId) => {
        const record_id = idOf.get(documentId);
        return record_id === undefined ? [] : [{ contact_id: change.before.id, record_id }];
      });
    removed.push(...linksOf(had.filter((documentId) => !wanted.includes(documentId))));
    added.push(...linksOf(wanted.filter((documentId) => !had.includes(documentId))));
  }
  await removeLinks(trx, kind, removed);
  await addLinks(trx, kind, added);
}

/** Row ids by documentId; a category or group that was deleted since has none. */
async function findIds(
  trx: Knex,
  kind: RecordKind,
  refs: RelatedRecord[],
): Promise<Map<string, number>> {
  const documentIds = [...new Set(refs.map(({ documentId }) => documentId))];
  const query = trx(RECORD_TABLES[kind].records).select<{ id: number; document_id: string }[]>(
    ...['id', 'document_id'],
  );
  whereTextIn(query, trx, 'document_id', documentIds);
  return new Map((await query).map(({ id, document_id }) => [document_id, id]));
}

const LINK_COLUMNS = { contact_id: 'integer', record_id: 'integer' } as const;

async function removeLinks(trx: Knex, kind: RecordKind, removed: Link[]): Promise<void> {
  if (removed.length === 0) return;
  const { links, column } = RECORD_TABLES[kind];
  await trx.raw(
    `delete from ${links} where (contact_id, ${column}) in
       (select contact_id, record_id from (${recordsOf(dialectOf(trx), LINK_COLUMNS, ':rows')}) n)`,
    { rows: recordsJson(LINK_COLUMNS, removed) },
  );
}

/** Links of contacts that have none of them yet. */
export async function addLinks(trx: Knex, kind: RecordKind, added: Link[]): Promise<void> {
  if (added.length === 0) return;
  const { links, column } = RECORD_TABLES[kind];
  const rows = recordsJson(LINK_COLUMNS, added);
  const source = recordsOf(dialectOf(trx), LINK_COLUMNS, ':rows');
  const order =
    kind === 'group'
      ? {
          column: ', group_ord',
          value: `, coalesce((select max(l.group_ord) from ${links} l
              where l.contact_id = n.contact_id), 0)
            + row_number() over (partition by n.contact_id order by n.record_id)`,
        }
      : { column: '', value: '' };
  await trx.raw(
    `insert into ${links} (contact_id, ${column}${order.column})
     select n.contact_id, n.record_id${order.value} from (${source}) n where true
     on conflict (contact_id, ${column}) do nothing`,
    { rows },
  );
}

/** Of these contacts, those of whose numbers somebody else has one by now; `leaving` are about to give theirs up. */
export async function findTaken(
  trx: Knex,
  wanted: { contactId: number; phone: string }[],
  leaving: ReadonlySet<number> = new Set(),
): Promise<Set<number>> {
  const query = trx('contact_phones').select<{ phone: string; contact_id: number }[]>(
    ...['phone', 'contact_id'],
  );
  whereTextIn(
    query,
    trx,
    'phone',
    wanted.map(({ phone }) => phone),
  );
  const owners = new Map((await query).map(({ phone, contact_id }) => [phone, contact_id]));
  return new Set(
    wanted
      .filter(({ contactId, phone }) => {
        const owner = owners.get(phone) ?? contactId;
        return owner !== contactId && !leaving.has(owner);
      })
      .map(({ contactId }) => contactId),
  );
}

/** Takes the contacts themselves; their links and numbers go with them. */
export async function deleteContacts(trx: Knex, contactIds: readonly number[]): Promise<void> {
  const query = trx('contacts');
  whereIdIn(query, trx, 'id', contactIds);
  await query.delete();
}
