import type { Knex } from 'knex';
import type { FieldTest } from '../../../shared/field-conditions';
import type { FieldValue } from '../../../shared/custom-fields';
import { dialectOf } from './dialect';

export const FIELD_COLUMN = 'c.custom_fields';

/** Keeps to contacts whose custom field passes; `c` is the contacts table. */
export function whereField(query: Knex.QueryBuilder, knex: Knex, test: FieldTest): void {
  if (dialectOf(knex) === 'postgres') wherePostgres(query, test);
  else whereSqlite(query, test);
}

const POSTGRES_TEXT = `(${FIELD_COLUMN} ->> ?::text)`;

function wherePostgres(query: Knex.QueryBuilder, test: FieldTest): void {
  const { key } = test;
  switch (test.kind) {
    case 'filled':
    case 'empty':
      return void query.whereRaw(
        `${POSTGRES_TEXT} is ${test.kind === 'filled' ? 'not ' : ''}null`,
        [key],
      );
    case 'text-is':
      return void query.whereRaw(`contacts_fold${POSTGRES_TEXT} = ?`, [key, test.text]);
    case 'text-contains':
      return void query.whereRaw(`strpos(contacts_fold${POSTGRES_TEXT}, ?) > 0`, [key, test.text]);
    case 'equals':
    case 'has':
      // Containment, because the index of the values serves it.
      return void query.where((any) => {
        for (const value of test.values) {
          const wanted = { [key]: test.kind === 'has' ? [value] : value };
          void any.orWhereRaw(`${FIELD_COLUMN} @> ?::jsonb`, [JSON.stringify(wanted)]);
        }
      });
    case 'from':
    case 'to': {
      const compared = test.kind === 'from' ? '>=' : '<=';
      if (typeof test.bound === 'string') {
        return void query.whereRaw(`${POSTGRES_TEXT} collate "C" ${compared} ?`, [key, test.bound]);
      }
      // The check of the type comes first: a cast of anything else would end the whole query.
      return void query.whereRaw(
        `case when jsonb_typeof(${FIELD_COLUMN} -> ?::text) = 'number' then ${POSTGRES_TEXT}::numeric ${compared} ?::numeric else false end`,
        [key, key, test.bound],
      );
    }
  }
}

/** What is no JSON, and only plain SQL can have written, counts as nothing. */
export const SQLITE_JSON = `case when json_valid(${FIELD_COLUMN}) then ${FIELD_COLUMN} end`;
const SQLITE_VALUE = `json_extract(${SQLITE_JSON}, ?)`;
const storedValue = (value: FieldValue) => (typeof value === 'boolean' ? Number(value) : value);

function whereSqlite(query: Knex.QueryBuilder, test: FieldTest): void {
  const path = `$."${test.key}"`;
  switch (test.kind) {
    case 'filled':
    case 'empty':
      return void query.whereRaw(`${SQLITE_VALUE} is ${test.kind === 'filled' ? 'not ' : ''}null`, [
        path,
      ]);
    case 'text-is':
      return void query.whereRaw(`contacts_fold(${SQLITE_VALUE}) = ?`, [path, test.text]);
    case 'text-contains':
      return void query.whereRaw(`instr(contacts_fold(${SQLITE_VALUE}), ?) > 0`, [path, test.text]);
    case 'equals':
      return void query.whereRaw(`${SQLITE_VALUE} in (select value from json_each(?))`, [
        path,
        JSON.stringify(test.values.map(storedValue)),
      ]);
    case 'has':
      return void query.whereRaw(
        `exists (select 1 from json_each(${SQLITE_JSON}, ?) chosen
          where chosen.value in (select value from json_each(?)))`,
        [path, JSON.stringify(test.values)],
      );
    case 'from':
    case 'to': {
      const isText = typeof test.bound === 'string';
      return void query.whereRaw(
        `typeof(${SQLITE_VALUE}) ${isText ? "= 'text'" : "in ('integer', 'real')"}
          and ${SQLITE_VALUE} ${test.kind === 'from' ? '>=' : '<='} ?`,
        [path, path, test.bound],
      );
    }
  }
}
