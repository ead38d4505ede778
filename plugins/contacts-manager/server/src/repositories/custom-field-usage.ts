import type { Knex } from 'knex';
import type { CustomField } from '../../../shared/custom-fields';
import { dialectOf, giveWay, rawRows } from '../database/dialect';

export interface FieldUsage {
  /** Contacts that have a value. */
  contacts: number;
  /** By option, how many have chosen it; options that nobody chose are left out. */
  options: Map<string, number>;
}

interface Count {
  option: string | null;
  amount: number | string;
}

/** Contacts read by one statement: SQLite's server stands still meanwhile. */
const SQLITE_STEP = 20_000;

/** `:key` is part of a JSON path; keys are letters, digits and `_`. What only plain SQL can have written is no JSON. */
const SQLITE_CONTACTS = `from (select id, custom_fields from contacts
  where id > :after and id <= :last and custom_fields is not null and json_valid(custom_fields)) c`;
const SQLITE_TOTAL = `select null as option, count(*) as amount ${SQLITE_CONTACTS}
  where json_type(c.custom_fields, '$.' || :key) <> 'null'`;
const SQLITE_OPTIONS = `select e.value as option, count(*) as amount
  ${SQLITE_CONTACTS}, json_each(c.custom_fields, '$.' || :key) e
  where e.type = 'text' group by e.value`;

const POSTGRES_TOTAL = `select null as option, count(*) as amount from contacts
  where custom_fields -> cast(:key as text) <> 'null'`;
const POSTGRES_OPTIONS = `select e.value as option, count(*) as amount from contacts c,
  jsonb_array_elements_text(case jsonb_typeof(c.custom_fields -> cast(:key as text)) when 'array'
    then c.custom_fields -> cast(:key as text) else jsonb_build_array(c.custom_fields -> cast(:key as text)) end) e(value)
  where c.custom_fields -> cast(:key as text) <> 'null' group by e.value`;

/** Reads every contact: for the moment before somebody deletes a field or an option. */
export async function countFieldUsage(
  knex: Knex,
  { key, type }: Pick<CustomField, 'key' | 'type'>,
): Promise<FieldUsage> {
  const hasOptions = type === 'choice' || type === 'choices';
  const counts =
    dialectOf(knex) === 'postgres'
      ? await runAll(knex, hasOptions ? [POSTGRES_TOTAL, POSTGRES_OPTIONS] : [POSTGRES_TOTAL], {
          key,
        })
      : await countInSteps(knex, hasOptions ? [SQLITE_TOTAL, SQLITE_OPTIONS] : [SQLITE_TOTAL], key);
  const usage: FieldUsage = { contacts: 0, options: new Map() };
  for (const { option, amount } of counts) {
    if (option === null) usage.contacts += Number(amount);
    else usage.options.set(option, (usage.options.get(option) ?? 0) + Number(amount));
  }
  return usage;
}

async function countInSteps(knex: Knex, statements: string[], key: string): Promise<Count[]> {
  const counts: Count[] = [];
  for (let after = 0; ;) {
    const next = await knex('contacts')
      .where('id', '>', after)
      .orderBy('id')
      .offset(SQLITE_STEP - 1)
      .first<{ id: number } | undefined>('id');
    const last = next?.id ?? Number.MAX_SAFE_INTEGER;
    counts.push(...(await runAll(knex, statements, { key, after, last })));
    if (!next) return counts;
    after = last;
    await giveWay('sqlite');
  }
}

async function runAll(
  knex: Knex,
  statements: string[],
  bindings: Record<string, string | number>,
): Promise<Count[]> {
  const counts: Count[] = [];
  for (const statement of statements) {
    counts.push(...(await rawRows<Count>(knex.raw(statement, bindings))));
  }
  return counts;
}
