import type { Knex } from 'knex';
import { BootRefusal, dialectOf, rawRows } from './dialect';

const OLDEST_POSTGRES = 140_000;

interface Facts {
  version: string;
  number: number;
  user: string;
  database: string;
  schema: string | null;
  schema_create: boolean | null;
  database_create: boolean;
  trigram_installed: boolean;
}

/** Refuses, in one line that says what to do, a PostgreSQL this product cannot run on. */
export async function checkPrerequisites(knex: Knex): Promise<void> {
  if (dialectOf(knex) !== 'postgres') return;
  const [facts] = await rawRows<Facts>(
    knex.raw(`select current_setting('server_version') as version,
      current_setting('server_version_num')::int as number,
      current_user as "user", current_database() as database, current_schema() as schema,
      has_schema_privilege(current_schema(), 'CREATE') as schema_create,
      has_database_privilege(current_database(), 'CREATE') as database_create,
      exists (select 1 from pg_extension where extname = 'pg_trgm') as trigram_installed`),
  );
  if (!facts) throw new BootRefusal('PostgreSQL did not say which version it is.');
  const refusal = findRefusal(facts);
  if (refusal) throw new BootRefusal(refusal);
}

export function findRefusal(facts: Facts): string | null {
  const { user, database, schema } = facts;
  if (facts.number < OLDEST_POSTGRES) {
    return `PostgreSQL ${facts.version} is too old: Contacts Manager needs PostgreSQL 14 or newer.`;
  }
  if (!schema) {
    return `The schema of DATABASE_SCHEMA does not exist in database "${database}": create it with CREATE SCHEMA … AUTHORIZATION "${user}".`;
  }
  if (!facts.schema_create) {
    return `User "${user}" may not create tables: run GRANT USAGE, CREATE ON SCHEMA "${schema}" TO "${user}" in database "${database}".`;
  }
  if (!facts.trigram_installed && !facts.database_create) {
    return `The search needs the extension pg_trgm: run CREATE EXTENSION pg_trgm in database "${database}" as a superuser, or GRANT CREATE ON DATABASE "${database}" TO "${user}".`;
  }
  return null;
}
