import { ensureServerCompiled } from '../../scripts/lib/build.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { endOnSignals } from '../../scripts/lib/run-command.mjs';
import { prepareInstallation } from './prepared-installation.mjs';

/** Once per run, before any test file: workers inherit what is put into the environment here. */
export default async function setUp() {
  endOnSignals();
  process.env.TEST_DATABASE ??= 'sqlite';
  process.env.TEST_DIST ??= await ensureServerCompiled();
  if (process.env.TEST_DATABASE === 'postgres' && !process.env.TEST_POSTGRES_URL) {
    globalThis.testPostgres = await startPostgres({ durable: false });
    process.env.TEST_POSTGRES_URL = globalThis.testPostgres.urlOf();
  }
  globalThis.testPrepared = await prepareInstallation();
  process.env.TEST_PREPARED = globalThis.testPrepared.name;
}
