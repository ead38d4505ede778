import type { Knex } from 'knex';
import { dialectOf, giveWay } from '../../database/dialect';
import { changeImport } from './import-changes';

const TABLE = 'contact_import_numbers';
const ROWS = 'contact_import_rows';
/** Rows whose numbers are listed at once: SQLite's server stands still meanwhile. */
const LISTED_AT_ONCE = 2_000;
const SLOTS = ['primary_contact', 'secondary_contact'] as const;

/**
 * Fills the list of which row has which number. It may be interrupted and begun again: what is there already is
 * not written twice.
 */
export async function listNumbers(knex: Knex, importId: number): Promise<void> {
  for (let after = 0; ;) {
    const last = await knex(ROWS)
      .where({ import_id: importId })
      .where('row', '>', after)
      .orderBy('row')
      .limit(LISTED_AT_ONCE)
      .select<{ row: number }[]>('row')
      .then((rows) => rows.at(-1)?.row);
    if (last === undefined) break;
    await insertNumbers(knex, importId, { after, last });
    after = last;
    await giveWay(dialectOf(knex));
  }
  await changeImport(knex, importId, { from: ['review'] }, { numbersListed: true });
}

async function insertNumbers(
  knex: Knex,
  importId: number,
  { after, last }: { after: number; last: number },
): Promise<void> {
  for (const slot of SLOTS) {
    await knex.raw(
      `insert into ${TABLE} (import_id, phone, row) select import_id, ${slot}, row from ${ROWS}
       where import_id = ? and row > ? and row <= ? and ${slot} is not null
       on conflict do nothing`,
      [importId, after, last],
    );
  }
}

/** Lists the numbers of these rows anew. */
export async function relistNumbers(trx: Knex, importId: number, rows: number[]): Promise<void> {
  if (rows.length === 0) return;
  await trx(TABLE).where({ import_id: importId }).whereIn('row', rows).delete();
  for (const slot of SLOTS) {
    const numbers = trx(ROWS)
      .where({ import_id: importId })
      .whereIn('row', rows)
      .whereNotNull(slot)
      .select('import_id', slot, 'row');
    await trx(trx.raw('?? (??, ??, ??)', [TABLE, 'import_id', 'phone', 'row']))
      .insert(numbers)
      .onConflict()
      .ignore();
  }
}

/** Rows that have their numbers, and problem rows, which may only wait for one. */
const DECIDED = {
  held: `r.decision not in ('reject', 'drop')`,
  refused: `r.decision = 'reject'`,
} as const;

/**
 * The rows of an import with any of these numbers, in either slot, in the order of the sheet. A number is held by a
 * row or two, whereas any number of rows may have been refused for it.
 */
export async function rowsWithNumbers(
  knex: Knex,
  importId: number,
  phones: readonly string[],
  { decided, limit }: { decided: keyof typeof DECIDED; limit?: number },
): Promise<number[]> {
  if (phones.length === 0) return [];
  const query = knex(`${TABLE} as n`)
    .join(`${ROWS} as r`, (join) => join.on('r.import_id', 'n.import_id').on('r.row', 'n.row'))
    .where('n.import_id', importId)
    .whereIn('n.phone', phones)
    .whereRaw(DECIDED[decided])
    .distinct()
    .orderBy('n.row');
  if (limit !== undefined) void query.limit(limit);
  return query.pluck('n.row');
}
