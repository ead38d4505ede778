import fs from 'node:fs';
import { createRequire } from 'node:module';
import { ensureServerCompiled } from './build.mjs';
import { inRoot, ROOT } from './project.mjs';

/**
 * The compiled server: what `npm run build` has left and `npm start` runs, else one made for these sources.
 * @returns {Promise<string>} the folder
 */
async function findServer() {
  const isBuilt = fs.existsSync(inRoot('dist', 'config', 'server.js'));
  const isStamped = fs.existsSync(inRoot('dist', 'build-stamp.json'));
  return isBuilt && !isStamped ? inRoot('dist') : ensureServerCompiled();
}

/**
 * This project's Strapi inside this process, with the settings of the installation. It listens to nobody, and takes
 * its share of the work that waits in the database. Other servers may be running: work is claimed by leases.
 * @returns {Promise<import('@strapi/strapi').Core.Strapi>}
 */
export async function loadStrapi() {
  process.env.NODE_ENV ??= 'production';
  // Relative paths of the settings, and .env, start here.
  process.chdir(ROOT);
  const distDir = await findServer();
  // Its modules for `import` do not load in Node itself; its commands require it, too.
  /** @type {typeof import('@strapi/strapi')} */
  const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
  const strapi = createStrapi({
    appDir: ROOT,
    distDir,
    serveAdminPanel: false,
    autoReload: false,
  });
  strapi.log.level = 'warn';
  try {
    return await strapi.load();
  } catch (error) {
    // What it has opened by then would keep this process alive.
    await strapi.destroy();
    throw error;
  }
}
