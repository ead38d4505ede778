import type { Postgres } from '../../scripts/lib/postgres.mjs';
import type { ServerProcess } from '../../scripts/lib/server-process.mjs';

declare global {
  /** Set by the Jest set-up of a run that started a PostgreSQL of its own. */
  var testPostgres: Postgres | undefined;
  /** Set by the Jest set-up of the API tests. */
  var testPrepared: { name: string; remove(): Promise<void> } | undefined;
  /** Set by the Jest set-up of the browser tests. */
  var testServer: { server: ServerProcess; folder: string } | undefined;
  /** What a browser test file leaves for its environment: called when a test fails. */
  var pictureFailure: ((testName: string) => Promise<void>) | undefined;
}
