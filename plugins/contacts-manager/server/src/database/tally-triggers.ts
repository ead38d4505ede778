import type { Dialect } from './dialect';

/**
 * How many contacts there are, and how many each category and group has, by status, kept by triggers:
 * counting a large group takes PostgreSQL half a second and stops SQLite for several.
 *
 * PostgreSQL appends differences and readers add them up, so that two writers of one group never wait
 * for each other; `compactTallies` folds the differences together. SQLite has one writer at a time and
 * keeps one row a count.
 *
 * Whoever changes a status must first lock the contact FOR UPDATE: that makes it wait for, or be waited
 * for by, a link of the same contact that is being written (its foreign key locks FOR KEY SHARE), and so
 * each of the two sees what the other did.
 */
interface LinkTable {
  scope: 'category' | 'group';
  links: string;
  column: string;
  records: string;
}
export const LINK_TABLES: LinkTable[] = [
  {
    scope: 'category',
    links: 'contacts_category_lnk',
    column: 'category_id',
    records: 'contact_categories',
  },
  {
    scope: 'group',
    links: 'contacts_groups_lnk',
    column: 'group_id',
    records: 'contact_groups',
  },
];

const eachLink = (write: (link: LinkTable) => string, glue: string) =>
  LINK_TABLES.map(write).join(glue);

const POSTGRES_FUNCTIONS = [
  `create or replace function contact_tallies_contacts() returns trigger language plpgsql
    set search_path from current as $$
    begin
      if tg_op = 'INSERT' then
        insert into contact_tallies (scope, ref, status, n)
        select 'all', 0, contact_status, count(*) from rows_after
        where contact_status is not null group by contact_status;
      elsif tg_op = 'UPDATE' then
        insert into contact_tallies (scope, ref, status, n)
        with moved as materialized (
          select a.id, b.contact_status as was, a.contact_status as now
          from rows_before b join rows_after a on a.id = b.id
          where b.contact_status is distinct from a.contact_status
        ), moves as materialized (
          select id, was as status, -1 as n from moved where was is not null
          union all select id, now, 1 from moved where now is not null
        )
        select 'all', 0, status, sum(n) from moves group by status having sum(n) <> 0
        ${eachLink(
          ({ scope, links, column }) => `union all
        select '${scope}', l.${column}, m.status, sum(m.n)
        from moves m join ${links} l on l.contact_id = m.id
        where l.${column} is not null group by l.${column}, m.status having sum(m.n) <> 0`,
          '\n',
        )};
      else
        delete from contact_tallies;
      end if;
      return null;
    end $$`,
  // Before the row goes: its links, which go with it, still tell where it was counted.
  `create or replace function contact_tallies_removal() returns trigger language plpgsql
    set search_path from current as $$
    begin
      if old.contact_status is not null then
        insert into contact_tallies (scope, ref, status, n)
        select 'all', 0, old.contact_status, -1
        ${eachLink(
          ({ scope, links, column }) => `union all
        select '${scope}', ${column}, old.contact_status, -1 from ${links}
        where contact_id = old.id and ${column} is not null`,
          '\n',
        )};
      end if;
      return old;
    end $$`,
  ...LINK_TABLES.map(
    ({ scope, column, records }) =>
      `create or replace function contact_tallies_${scope}() returns trigger language plpgsql
    set search_path from current as $$
    begin
      if tg_op = 'TRUNCATE' then
        delete from contact_tallies where scope = '${scope}';
        return null;
      end if;
      if tg_op <> 'INSERT' then
        if not exists (select 1 from rows_before l join ${records} r on r.id = l.${column}) then
          delete from contact_tallies
          where scope = '${scope}' and ref in (select ${column} from rows_before);
          return null;
        end if;
        perform 1 from contacts where id in (select contact_id from rows_before)
        order by id for key share;
        insert into contact_tallies (scope, ref, status, n)
        select '${scope}', l.${column}, c.contact_status, -count(*)
        from rows_before l join contacts c on c.id = l.contact_id
        where l.${column} is not null and c.contact_status is not null
        group by l.${column}, c.contact_status;
      end if;
      if tg_op <> 'DELETE' then
        insert into contact_tallies (scope, ref, status, n)
        select '${scope}', l.${column}, c.contact_status, count(*)
        from rows_after l join contacts c on c.id = l.contact_id
        where l.${column} is not null and c.contact_status is not null
        group by l.${column}, c.contact_status;
      end if;
      return null;
    end $$`,
  ),
];

const TRANSITIONS = {
  insert: 'referencing new table as rows_after',
  update: 'referencing old table as rows_before new table as rows_after',
  delete: 'referencing old table as rows_before',
  truncate: '',
};

const statementTrigger = (
  table: string,
  scope: string,
  event: keyof typeof TRANSITIONS,
): [name: string, statement: string] => {
  const name = `contact_tallies_${scope}_${event}`;
  return [
    name,
    `create or replace trigger ${name} after ${event} on ${table} ${TRANSITIONS[event]}
     for each statement execute function contact_tallies_${scope}()`,
  ];
};

const POSTGRES_TRIGGERS: Record<string, string> = Object.fromEntries([
  statementTrigger('contacts', 'contacts', 'insert'),
  statementTrigger('contacts', 'contacts', 'update'),
  statementTrigger('contacts', 'contacts', 'truncate'),
  [
    'contact_tallies_removal',
    `create or replace trigger contact_tallies_removal before delete on contacts
     for each row execute function contact_tallies_removal()`,
  ],
  ...LINK_TABLES.flatMap(({ links, scope }) =>
    (['insert', 'update', 'delete', 'truncate'] as const).map((event) =>
      statementTrigger(links, scope, event),
    ),
  ),
]);

/**
 * Adds `n` to the counts that `source` names. Written without `insert or …` and upsert, because the
 * conflict clause of the statement that fires a trigger overrides those inside it.
 */
const sqliteAdd = (n: 1 | -1, scope: string, ref: string, status: string, from: string) => `
  insert into contact_tallies (scope, ref, status, n)
    select '${scope}', k.ref, k.status, 0 from (select ${ref} as ref, ${status} as status ${from}) k
    where k.ref is not null and k.status is not null and not exists (select 1 from contact_tallies t
      where t.scope = '${scope}' and t.ref = k.ref and t.status = k.status);
  update contact_tallies set n = n + ${n}
    where scope = '${scope}' and status = (select ${status} ${from}) and ref in (select ${ref} ${from});`;

const sqliteContact = (n: 1 | -1, row: 'old' | 'new') =>
  sqliteAdd(n, 'all', '0', `${row}.contact_status`, '');
const sqliteLinksOf = (n: 1 | -1, row: 'old' | 'new') =>
  eachLink(
    ({ scope, links, column }) =>
      sqliteAdd(
        n,
        scope,
        `l.${column}`,
        `${row}.contact_status`,
        `from ${links} l where l.contact_id = ${row}.id`,
      ),
    '',
  );
const sqliteLink = (n: 1 | -1, row: 'old' | 'new', { scope, column }: LinkTable) =>
  sqliteAdd(
    n,
    scope,
    `${row}.${column}`,
    'c.contact_status',
    `from contacts c where c.id = ${row}.contact_id`,
  );

const sqliteTrigger = (name: string, when: string, body: string): [string, string] => [
  name,
  `create trigger ${name} ${when} begin ${body} end`,
];

const SQLITE_TRIGGERS: Record<string, string> = Object.fromEntries([
  sqliteTrigger(
    'contact_tallies_contacts_insert',
    'after insert on contacts',
    sqliteContact(1, 'new'),
  ),
  sqliteTrigger(
    'contact_tallies_contacts_update',
    `after update of contact_status on contacts when old.contact_status is not new.contact_status`,
    sqliteContact(-1, 'old') +
      sqliteLinksOf(-1, 'old') +
      sqliteContact(1, 'new') +
      sqliteLinksOf(1, 'new'),
  ),
  // Before the row goes: its links, which go with it, still tell where it was counted.
  sqliteTrigger(
    'contact_tallies_removal',
    'before delete on contacts',
    sqliteContact(-1, 'old') + sqliteLinksOf(-1, 'old'),
  ),
  ...LINK_TABLES.flatMap((link) => {
    const { scope, links, column } = link;
    return [
      sqliteTrigger(
        `contact_tallies_${scope}_insert`,
        `after insert on ${links}`,
        sqliteLink(1, 'new', link),
      ),
      sqliteTrigger(
        `contact_tallies_${scope}_update`,
        `after update of contact_id, ${column} on ${links}`,
        sqliteLink(-1, 'old', link) + sqliteLink(1, 'new', link),
      ),
      sqliteTrigger(
        `contact_tallies_${scope}_delete`,
        `after delete on ${links}`,
        sqliteLink(-1, 'old', link),
      ),
    ];
  }),
]);

const SQLITE_TABLE = [
  `create table if not exists contact_tallies (
    scope text not null, ref integer not null, status text not null, n integer not null,
    primary key (scope, ref, status)
  ) without rowid`,
];
const POSTGRES_TABLE = [
  `create table if not exists contact_tallies (
    scope text not null, ref integer not null, status text not null, n bigint not null
  )`,
  `create index if not exists contact_tallies_key on contact_tallies (scope, ref, status)`,
];

export const TALLY_DDL: Record<
  Dialect,
  { statements: string[]; triggers: Record<string, string> }
> = {
  postgres: {
    statements: [...POSTGRES_TABLE, ...POSTGRES_FUNCTIONS],
    triggers: POSTGRES_TRIGGERS,
  },
  sqlite: { statements: SQLITE_TABLE, triggers: SQLITE_TRIGGERS },
};
