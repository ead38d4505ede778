import type { Postgres } from '../../scripts/lib/postgres.mjs';

declare global {
  /** Set by the Jest set-up of a run that started a PostgreSQL of its own. */
  var testPostgres: Postgres | undefined;
}
