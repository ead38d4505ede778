import { createRequire } from 'node:module';
import { ROOT } from '../../scripts/lib/project.mjs';

/** Boots the compiled server of TEST_DIST on the database that the variables name, and stops it. */

/** @type {typeof import('@strapi/strapi')} */
const { createStrapi } = createRequire(import.meta.url)('@strapi/strapi');
const strapi = createStrapi({
  appDir: ROOT,
  distDir: /** @type {string} */ (process.env.TEST_DIST),
  serveAdminPanel: false,
  autoReload: false,
});
strapi.log.level = 'error';
await strapi.load();
await strapi.destroy();
process.exit(0);
