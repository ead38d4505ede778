import fs from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/project.mjs';
import { endOnSignals } from './lib/run-command.mjs';
import { bold, duration, runMain, say, Stop } from './lib/say.mjs';

/**
 * npm run bench -- NAME [--rows N] [--db sqlite|postgres]: runs bench/NAME.mjs on one database or both;
 * npm run bench -- docs: writes docs/benchmarks.md anew. bench/README.md says how to write one.
 */

/** @typedef {'sqlite' | 'postgres'} Client */
/**
 * @typedef {{
 *   client: Client,
 *   title: string,
 *   rows: number | undefined,
 *   databases: import('../bench/lib/installation.mjs').Databases,
 *   report: import('../bench/lib/report.mjs').Report,
 * }} BenchContext `rows` is what --rows says
 */

const names = () =>
  fs
    .readdirSync(inRoot('bench'))
    .filter((file) => file.endsWith('.mjs'))
    .map((file) => file.replace(/\.mjs$/, ''));

function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { rows: { type: 'string' }, db: { type: 'string' } },
  });
  const [name] = positionals;
  if (!name || !names().includes(name)) {
    throw new Stop(`Say which: npm run bench -- NAME, where NAME is one of ${names().join(', ')}.`);
  }
  const { db, rows } = values;
  if (db !== undefined && db !== 'sqlite' && db !== 'postgres') {
    throw new Stop('--db is sqlite or postgres.');
  }
  if (rows !== undefined && !/^\d+$/.test(rows)) throw new Stop('--rows is a whole number.');
  /** @type {Client[]} */
  const clients = db ? [db] : ['postgres', 'sqlite'];
  return { name, clients, rows: rows === undefined ? undefined : Number(rows) };
}

await runMain(async () => {
  if (process.argv[2] === 'docs') return (await import('../bench/lib/write-docs.mjs')).writeDocs();
  const { name, clients, rows } = readArguments();
  endOnSignals();
  const started = Date.now();
  await ensureInstalled();
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { openDatabases } = await import('../bench/lib/installation.mjs');
  const { createReport } = await import('../bench/lib/report.mjs');
  await ensureBuilt();

  /** @type {{ default: (context: BenchContext) => Promise<void>, KEPT_ROWS?: number[] }} */
  const bench = await import(new URL(`../bench/${name}.mjs`, import.meta.url).href);
  const isTrial = rows !== undefined && !bench.KEPT_ROWS?.includes(rows);
  const report = createReport(name, { isTrial });
  for (const client of clients) {
    const title = client === 'sqlite' ? 'SQLite' : 'PostgreSQL';
    say(bold(`\n━━ ${name} on ${title}`));
    const databases = await openDatabases(client);
    try {
      report.fact(title, await databases.version());
      await bench.default({ client, title, rows, databases, report });
    } finally {
      await databases.close();
    }
  }
  await report.finish();
  say(`in ${duration(Date.now() - started)}`);
});
