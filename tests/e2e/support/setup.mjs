import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makeAccounts, signInAs } from '../../../scripts/lib/accounts.mjs';
import { createAdminClient } from '../../../scripts/lib/admin-client.mjs';
import { ensureBuilt } from '../../../scripts/lib/build.mjs';
import { ensureChromium } from '../../../scripts/lib/chromium.mjs';
import { loadDemoPeople } from '../../../scripts/lib/demo-people.mjs';
import { inRoot } from '../../../scripts/lib/project.mjs';
import { endOnSignals } from '../../../scripts/lib/run-command.mjs';
import { startServer } from '../../../scripts/lib/server-process.mjs';

const WORKBOOK = inRoot('database', 'demo', 'demo-contacts.xlsx');

/** Once per run: the production server on an SQLite file of its own, with the demo people in it. */
export default async function setUp() {
  endOnSignals();
  process.env.CHROMIUM_PATH = await ensureChromium();
  await ensureBuilt();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-e2e-'));
  const server = await startServer({
    database: { client: 'sqlite', filename: path.join(folder, 'data.db') },
    logFile: path.join(folder, 'server.log'),
  });
  globalThis.testServer = { server, folder };
  const accounts = await makeAccounts(server.url);
  /** @type {Record<string, string | undefined>} */
  const tokens = {};
  // Once each: Strapi refuses a sixth sign-in of one account within five minutes.
  for (const { role } of accounts) {
    tokens[role] = (await signInAs(server.url, accounts, role)).token;
  }
  const manager = createAdminClient(server.url, tokens['contacts-manager']);
  await loadDemoPeople(manager, WORKBOOK, {}, () => {});
  process.env.E2E_INSTALLATION = JSON.stringify({ url: server.url, accounts, tokens, folder });
}
