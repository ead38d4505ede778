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

/**
 * Gives contacts, which the caller has locked, other values: set-based, search text and links included. A
 * category or group that was deleted since stays away. Answers with the values as they were written.
 */
export async function writeValues(trx: Knex, changes: ValueChange[]): Promise<ValueChange[]> {
  if (changes.length === 0) return [];
  await writeScalars(trx, changes);
  await refreshSearchRows(
    trx,
    changes.filter(changesSearch).map(({ before }) => before.id),
  );
  const records = {
    category: await findRecords(trx, 'category', changes),
    group: await findRecords(trx, 'group', changes),
  };
  const present = changes.map((change) => withPresentRecords(change, records));
  await writeLinks(trx, 'category', present, records.category);
  await writeLinks(trx, 'group', present, records.group);
  return present;
}

export const afterOf = ({ before, values }: ValueChange): Attributes => ({
  ...before.attributes,
  ...values,
});

/** What people are found by. */
const SEARCHED: readonly Scalar[] = ['name', 'primaryContact', 'secondaryContact', 'email'];
const changesSearch = ({ values }: ValueChange): boolean =>
  SEARCHED.some((scalar) => scalar in values);

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
  const searched = changes.some(changesSearch);
  const columns: Record<string, 'integer' | 'text'> = {
    id: 'integer',
    ...(searched && { search_text: 'text' }),
    ...Object.fromEntries(written.map((scalar) => [COLUMNS[scalar].name, 'text'] as const)),
  };
  const rows = changes.map((change) => {
    const after = afterOf(change);
    return {
      id: change.before.id,
      ...(searched && { search_text: searchTextOf(after) }),
      ...Object.fromEntries(
        written.map((scalar) => [
          COLUMNS[scalar].name,
          storedValue(dialect, scalar, after[scalar]),
        ]),
      ),
    };
  });
  const assignments = [
    ...written.map((scalar) => assignment(dialect, COLUMNS[scalar])),
    ...(searched ? ['search_text = n.search_text'] : []),
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

const ATTRIBUTE_OF = { category: 'category', group: 'groups' } as const;

const refsOf = (kind: RecordKind, { category, groups }: Partial<Attributes>): RelatedRecord[] =>
  kind === 'group' ? (groups ?? []) : category ? [category] : [];

/** By documentId, as they are called now, in the order of `loadSnapshots`. */
type PresentRecords = ReadonlyMap<string, { id: number; ref: RelatedRecord }>;

/** The categories or groups that changes of them name, as far as they are there. */
async function findRecords(
  trx: Knex,
  kind: RecordKind,
  changes: ValueChange[],
): Promise<PresentRecords> {
  const documentIds = new Set(
    changes
      .filter(({ values }) => ATTRIBUTE_OF[kind] in values)
      .flatMap(({ before, values }) => [
        ...refsOf(kind, before.attributes),
        ...refsOf(kind, values),
      ])
      .map(({ documentId }) => documentId),
  );
  if (documentIds.size === 0) return new Map();
  const query = trx(RECORD_TABLES[kind].records)
    .select<{ id: number; document_id: string; name: string }[]>('id', 'document_id', 'name')
    .orderBy(['name', 'document_id']);
  whereTextIn(query, trx, 'document_id', [...documentIds]);
  return new Map(
    (await query).map(({ id, document_id, name }) => [
      document_id,
      { id, ref: { documentId: document_id, name } },
    ]),
  );
}

function withPresentRecords(
  { before, values }: ValueChange,
  records: Record<RecordKind, PresentRecords>,
): ValueChange {
  const presentOf = (kind: RecordKind): RelatedRecord[] => {
    const wanted = new Set(refsOf(kind, values).map(({ documentId }) => documentId));
    return [...records[kind].values()].flatMap(({ ref }) =>
      wanted.has(ref.documentId) ? [ref] : [],
    );
  };
  return {
    before,
    values: {
      ...values,
      ...('category' in values && { category: presentOf('category')[0] ?? null }),
      ...('groups' in values && { groups: presentOf('group') }),
    },
  };
}

/** Only links that are too many go and only those that lack come, behind the ones that stay. */
async function writeLinks(
  trx: Knex,
  kind: RecordKind,
  changes: ValueChange[],
  records: PresentRecords,
): Promise<void> {
  const removed: Link[] = [];
  const added: Link[] = [];
  for (const { before, values } of changes) {
    if (!(ATTRIBUTE_OF[kind] in values)) continue;
    const had = refsOf(kind, before.attributes).map(({ documentId }) => documentId);
    const wanted = refsOf(kind, values).map(({ documentId }) => documentId);
    const linksOf = (documentIds: string[]) =>
      documentIds.flatMap((documentId) => {
        const record = records.get(documentId);
        return record ? [{ contact_id: before.id, record_id: record.id }] : [];
      });
    removed.push(...linksOf(had.filter((documentId) => !wanted.includes(documentId))));
    added.push(...linksOf(wanted.filter((documentId) => !had.includes(documentId))));
  }
  await removeLinks(trx, kind, removed);
  await addLinks(trx, kind, added);
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

/** Takes the contacts themselves; their links and numbers go with them. */
export async function deleteContacts(trx: Knex, contactIds: readonly number[]): Promise<void> {
  const query = trx('contacts');
  whereIdIn(query, trx, 'id', contactIds);
  await query.delete();
}
