import fs from 'node:fs';
import path from 'node:path';
import { inRoot, readJson, writeJson } from '../../../scripts/lib/project.mjs';
import { runNpm } from '../../../scripts/lib/run-command.mjs';
import { step, Stop } from '../../../scripts/lib/say.mjs';

/** The plugins that import contacts into Strapi 5, as they were when this was written. */
const PACKAGES = {
  'export-import-kkm': '1.1.1',
  'strapi-csv-import-export': '0.0.6',
  'strapi-import-export': '0.0.1',
  'strapi-plugin-tablify': '1.0.3',
};
const HOME = inRoot('.tmp', 'peers');

/** @typedef {keyof typeof PACKAGES} PackageName */

export const versionOf = (/** @type {PackageName} */ name) => PACKAGES[name];
export const folderOf = (/** @type {PackageName} */ name) => path.join(HOME, 'node_modules', name);

/** Installs them beside the product, without their scripts and without a Strapi of their own. */
export async function ensurePackages() {
  const isThere = (/** @type {string} */ name, /** @type {string} */ version) =>
    readJson(path.join(HOME, 'node_modules', name, 'package.json'))?.version === version;
  if (Object.entries(PACKAGES).every(([name, version]) => isThere(name, version))) return;
  await step('Installing the import plugins of others', async () => {
    fs.mkdirSync(HOME, { recursive: true });
    writeJson(path.join(HOME, 'package.json'), { private: true, dependencies: PACKAGES });
    const flags = ['--ignore-scripts', '--legacy-peer-deps', '--no-audit', '--no-fund'];
    const code = await runNpm(['install', '--loglevel=error', ...flags], { cwd: HOME });
    if (code !== 0) throw new Stop('The plugins could not be installed: see the lines above.');
  });
}
