import type { Knex } from 'knex';
import type { RowIssue } from '../../../../shared/contracts/import-rows';
import type { NewStatus } from '../../../../shared/contracts/imports';
import { dialectOf, giveWay, rawRows, type Dialect } from '../../database/dialect';
import { insertCreateItemsSql } from '../../database/import-history-sql';
import {
  addCategorySql,
  addGroupsSql,
  CHUNK_END_SQL,
  INSERT_CATEGORY_LINKS_SQL,
  INSERT_SEARCH_ROWS_SQL,
  insertContactsSql,
  insertGroupLinksSql,
  markTakenSql,
  REPEATED_SQL,
  TAKEN_COLUMNS,
  TAKEN_SQL,
  VANISHED_SQL,
} from '../../database/import-sql';
import { recordsJson } from '../../database/records';
import type { Uniqueness } from '../../../../shared/uniqueness';
import type { Additions } from '../../domain/import/types';
import { timestamp } from '../operations';

/** Sheet rows behind `after` up to `last`, and how many of them create and update. */
export interface Chunk {
  importId: number;
  after: number;
  last: number;
  creates: number;
  updates: number;
}

type Range = Pick<Chunk, 'importId' | 'after' | 'last'>;

const rangeOf = ({ importId, after, last }: Range): Range => ({ importId, after, last });

/** The next `limit` rows that are planned to be written; null when there are no more. */
export async function findChunk(
  trx: Knex,
  { importId, after, limit }: { importId: number; after: number; limit: number },
): Promise<Chunk | null> {
  const [end] = await rawRows<{
    last: number | null;
    creates: number | string;
    updates: number | string;
  }>(trx.raw(CHUNK_END_SQL, { importId, after, limit }));
  const last = end?.last ?? null;
  if (!end || last === null) return null;
  // PostgreSQL adds up to bigint, which its driver gives as text.
  return { importId, after, last, creates: Number(end.creates), updates: Number(end.updates) };
}

/** Rows of one statement on SQLite, which runs on the server's own thread: nobody is answered meanwhile. */
const STATEMENT_ROWS = 500;

/** The chunk in pieces that a statement may have, whose counts are those of the chunk: at most so many. */
export function partsOf(chunk: Chunk, dialect: Dialect): Chunk[] {
  const amount =
    dialect === 'sqlite' ? Math.ceil((chunk.creates + chunk.updates) / STATEMENT_ROWS) : 1;
  const size = Math.ceil((chunk.last - chunk.after) / Math.max(amount, 1));
  return Array.from({ length: amount }, (_, index) => ({
    ...chunk,
    after: chunk.after + index * size,
    last: Math.min(chunk.after + (index + 1) * size, chunk.last),
  }));
}

interface Obstacle {
  row: number;
  decision: 'create' | 'update';
  field: RowIssue['field'];
  phone: string;
  owner: string | null;
}

/**
 * Sets aside the rows that cannot be written any more, because somebody took their number after the
 * review or the contact they update is gone. The chunk that is left, and how many rows were set aside.
 */
export async function setTakenAside(
  trx: Knex,
  chunk: Chunk,
  uniqueness: { planned: Uniqueness; now: Uniqueness },
): Promise<{ chunk: Chunk; taken: number }> {
  const range = rangeOf(chunk);
  const obstacles = await rawRows<Obstacle>(trx.raw(TAKEN_SQL[uniqueness.now], range));
  if (uniqueness.planned === 'primary' && uniqueness.now === 'any') {
    obstacles.push(...(await rawRows<Obstacle>(trx.raw(REPEATED_SQL, range))));
  }
  if (chunk.updates > 0) obstacles.push(...(await rawRows<Obstacle>(trx.raw(VANISHED_SQL, range))));
  if (obstacles.length === 0) return { chunk, taken: 0 };
  const rows = new Map<number, { decision: Obstacle['decision']; issues: RowIssue[] }>();
  for (const obstacle of obstacles) {
    const { row, decision, owner } = obstacle;
    const issues = rows.get(row)?.issues ?? [];
    // A contact whose number somebody else has now is explained by that.
    if (owner === null && issues.length > 0) continue;
    rows.set(row, { decision, issues: [...issues, issueOf(obstacle)] });
  }
  const records = [...rows].map(([row, { issues }]) => ({ row, issues: JSON.stringify(issues) }));
  await trx.raw(markTakenSql(dialectOf(trx)), {
    importId: chunk.importId,
    rows: recordsJson(TAKEN_COLUMNS, records),
  });
  const amount = (decision: Obstacle['decision']) =>
    [...rows.values()].filter((row) => row.decision === decision).length;
  return {
    chunk: {
      ...chunk,
      creates: chunk.creates - amount('create'),
      updates: chunk.updates - amount('update'),
    },
    taken: rows.size,
  };
}

const issueOf = ({ row, field, phone, owner }: Obstacle): RowIssue => ({
  row,
  field,
  value: phone,
  ...(owner === null ? { code: 'contact.not-found' } : { code: 'phone.taken', detail: owner }),
});

export interface Writing {
  now: Date;
  adminId: number | null;
  operationId: number;
  newStatus: NewStatus;
  added: Additions;
}

/** Only what there is to add: an import without costs nothing more. */
export const additionStatements = (
  dialect: Dialect,
  rows: 'create' | 'update',
  { groups, category }: Additions,
): string[] => [
  ...(category ? [addCategorySql(rows)] : []),
  ...(groups.length > 0 ? [addGroupsSql(dialect, rows)] : []),
];

export const additionBindings = ({ groups, category }: Additions) => ({
  addedGroups: JSON.stringify(groups.map(({ key }) => key)),
  addedCategory: category?.key ?? null,
});

/** Somebody who is archived at once was never active: the status dates from the import, without a reason. */
function statusBindings(dialect: Dialect, { newStatus: status, now }: Writing) {
  const changedAt = status === 'active' ? null : now;
  return {
    status,
    statusChangedAt: changedAt && timestamp(dialect, changedAt),
    statusMembers: `,"contactStatus":"${status}"${
      changedAt ? `,"statusChangedAt":"${changedAt.toISOString()}"` : ''
    }`,
  };
}

/** Writes the new contacts of a chunk with their links, search text and history. */
export async function createContacts(trx: Knex, chunk: Chunk, writing: Writing): Promise<void> {
  if (chunk.creates === 0) return;
  const dialect = dialectOf(trx);
  const bindings = {
    ...rangeOf(chunk),
    operationId: writing.operationId,
    adminId: writing.adminId,
    now: timestamp(dialect, writing.now),
    ...statusBindings(dialect, writing),
    ...additionBindings(writing.added),
  };
  for (const statement of createStatements(dialect, writing.added)) {
    await trx.raw(statement, bindings);
    await giveWay(dialect);
  }
}

function createStatements(dialect: Dialect, added: Additions): string[] {
  const additions = additionStatements(dialect, 'create', added);
  return [
    insertContactsSql(dialect),
    INSERT_CATEGORY_LINKS_SQL,
    insertGroupLinksSql(dialect),
    ...additions,
    ...(dialect === 'sqlite' ? [INSERT_SEARCH_ROWS_SQL] : []),
    insertCreateItemsSql(dialect, additions.length > 0 ? 'links' : 'keys'),
  ];
}
