import type { Knex } from 'knex';
import { dialectOf, giveWay } from '../../database/dialect';

const TABLE = 'contact_import_files';
/** Small enough to hold a few in memory and to write one without stopping SQLite's server for long. */
const PART_BYTES = 512 * 1024;

/** Keeps an uploaded file in the database, so that any server can read it after a crash of this one. */
export async function storeFile(
  trx: Knex,
  importId: number,
  bytes: AsyncIterable<Buffer>,
): Promise<void> {
  let part = 0;
  for await (const piece of partsOf(bytes)) {
    await trx(TABLE).insert({ import_id: importId, part, bytes: piece });
    part += 1;
  }
}

/** Streams give pieces of any size. */
async function* partsOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let pending: Buffer[] = [];
  let size = 0;
  for await (const piece of bytes) {
    pending.push(piece);
    size += piece.length;
    if (size < PART_BYTES) continue;
    yield Buffer.concat(pending);
    pending = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(pending);
}

/** The file in order, one part in memory at a time. */
export async function* readFile(knex: Knex, importId: number): AsyncGenerator<Buffer> {
  for (let part = 0; ; part += 1) {
    const row = await knex<{ import_id: number; part: number; bytes: Buffer }>(TABLE)
      .where({ import_id: importId, part })
      .first('bytes');
    if (!row) return;
    yield row.bytes;
  }
}

/**
 * Part by part, because removing a large file at once would stop SQLite's server, and backwards, so that
 * what a crash leaves is found by its first part.
 */
export async function deleteFile(knex: Knex, importId: number): Promise<void> {
  const last = await knex(TABLE)
    .where({ import_id: importId })
    .max<{ part: number | null }>('part as part')
    .first();
  for (let part = last?.part ?? -1; part >= 0; part -= 1) {
    await knex(TABLE).where({ import_id: importId, part }).delete();
    await giveWay(dialectOf(knex));
  }
}

/** Imports that came to nothing, or never were, and still hold a file: a crash came between the two. */
export async function findLeftFiles(knex: Knex): Promise<number[]> {
  const rows = await knex(`${TABLE} as f`)
    .leftJoin('contact_imports as i', 'i.id', 'f.import_id')
    .where((left) => {
      void left.whereNull('i.id').orWhereIn('i.state', ['failed', 'cancelled']);
    })
    .where('f.part', 0)
    .select<{ import_id: number }[]>('f.import_id');
  return rows.map((row) => row.import_id);
}
