import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './lib/install.mjs';
import { inRoot } from './lib/project.mjs';
import { endOnSignals } from './lib/run-command.mjs';
import { dim, runMain, say, step, Stop } from './lib/say.mjs';

/**
 * npm run screenshots [-- part of a name]: the pictures of README.md and docs/screenshots, taken from the
 * production server on a database of its own, and the gallery page. The shots are in lib/screenshots. Only
 * Node itself may be imported before the packages are installed.
 */

const WORKBOOK = inRoot('database', 'demo', 'demo-contacts.xlsx');
const PICTURES = inRoot('docs', 'screenshots');

/** @param {string} folder */
async function startInstallation(folder) {
  const { startServer } = await import('./lib/server-process.mjs');
  const { makeAccounts, signInAs } = await import('./lib/accounts.mjs');
  const server = await startServer({
    database: { client: 'sqlite', filename: path.join(folder, 'data.db') },
    logFile: path.join(folder, 'server.log'),
  });
  const accounts = await makeAccounts(server.url);
  const manager = await signInAs(server.url, accounts, 'contacts-manager');
  const owner = await signInAs(server.url, accounts, 'strapi-super-admin');
  return { server, accounts, manager, owner };
}

/**
 * @param {import('./lib/screenshots/studio.mjs').Shot[]} shots
 * @param {import('./lib/screenshots/studio.mjs').Studio} studio
 */
async function takeAll(shots, studio) {
  const { photograph } = await import('./lib/screenshots/studio.mjs');
  for (const shot of shots) {
    const page = await studio.open(shot);
    try {
      await shot.arrange(page, studio);
      const files = await photograph(page, shot, (name) => path.join(PICTURES, name));
      const bytes = files.reduce((sum, file) => sum + fs.statSync(file).size, 0);
      say(`  ${shot.name} ${dim(`${files.length} pictures, ${Math.round(bytes / 1024)} KB`)}`);
    } catch (error) {
      const left = inRoot('.tmp', `failed-${shot.name}.png`);
      await page.screenshot({ path: left });
      throw new Stop(`${shot.name}: ${String(error)}\nWhat the browser showed: ${left}`);
    } finally {
      await page.context().close();
    }
  }
}

await runMain(async () => {
  endOnSignals();
  const [part = ''] = parseArgs({ allowPositionals: true }).positionals;
  await ensureInstalled();
  const { ensureBuilt } = await import('./lib/build.mjs');
  const { ensureChromium } = await import('./lib/chromium.mjs');
  const { loadDemoPeople } = await import('./lib/demo-people.mjs');
  const { writeGallery } = await import('./lib/screenshots/gallery.mjs');
  const { addCustomFields, arrangePeople, writeProblemWorkbook } =
    await import('./lib/screenshots/people.mjs');
  const { SHOTS } = await import('./lib/screenshots/shots.mjs');
  const { openStudio } = await import('./lib/screenshots/studio.mjs');
  const chosen = SHOTS.filter(({ name }) => name.includes(part));
  if (chosen.length === 0) {
    throw new Stop(
      `There is no shot "${part}". Shots are: ${SHOTS.map((s) => s.name).join(', ')}.`,
    );
  }
  const executablePath = await ensureChromium();
  await ensureBuilt();
  fs.mkdirSync(PICTURES, { recursive: true });
  fs.mkdirSync(inRoot('.tmp'), { recursive: true });
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-screenshots-'));
  try {
    const { server, accounts, manager, owner } = await step('Starting the server', () =>
      startInstallation(folder),
    );
    const workbook = path.join(folder, 'new-students.xlsx');
    const studio = await openStudio({ executablePath, url: server.url, accounts, workbook });
    try {
      await takeAll(
        chosen.filter(({ before }) => before === 'people'),
        studio,
      );
      await step('Importing the demo contacts', () =>
        loadDemoPeople(manager, WORKBOOK, {}, () => {}),
      );
      await arrangePeople(manager);
      await addCustomFields(owner);
      await writeProblemWorkbook(workbook);
      await takeAll(
        chosen.filter(({ before }) => before === undefined),
        studio,
      );
      writeGallery(path.join(PICTURES, 'README.md'), SHOTS);
    } finally {
      await studio.close();
      await server.stop();
    }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
});
