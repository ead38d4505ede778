import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Knex } from 'knex';

export type Dialect = 'postgres' | 'sqlite';

export const dialectOf = (knex: Knex): Dialect => {
  const { config } = knex.client as { config: { client?: unknown } };
  const { client } = config;
  return client === 'postgres' || client === 'pg' ? 'postgres' : 'sqlite';
};

/** A refusal to start. Its stack is its message, so that the log shows one line and no trace. */
export class BootRefusal extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BootRefusal';
    this.stack = message;
  }
}

/** The rows of a raw query, which the two drivers wrap differently. */
export const rawRows = async <Row>(query: Knex.Raw): Promise<Row[]> => {
  const answer = (await query) as Row[] | { rows: Row[] };
  return Array.isArray(answer) ? answer : answer.rows;
};

/**
 * SQLite runs on the server's own thread, and its driver answers without a turn of the event loop:
 * between two statements of a long piece of work, others get their turn.
 */
export async function giveWay(dialect: Dialect): Promise<void> {
  if (dialect === 'sqlite') for (let turn = 0; turn < TURNS; turn += 1) await nextTurn();
}

/** A request comes in over several turns: its connection is accepted, it is read, it is answered. */
const TURNS = 4;

/**
 * Ends the open transaction, and with it its locks, when its server says nothing for so long. PostgreSQL would wait
 * for as long as the connection seems alive: for ever when the process stands still, hours when the machine is gone.
 */
export async function limitSilence(trx: Knex, milliseconds: number): Promise<void> {
  if (dialectOf(trx) === 'sqlite') return;
  await trx.raw(`set local idle_in_transaction_session_timeout = ${milliseconds}`);
}
