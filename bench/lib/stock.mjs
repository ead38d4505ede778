import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { makePassword } from '../../scripts/lib/accounts.mjs';
import { createAdminClient, registerFirstAdmin } from '../../scripts/lib/admin-client.mjs';
import { inRoot } from '../../scripts/lib/project.mjs';
import { startServer } from '../../scripts/lib/server-process.mjs';

/** @typedef {import('../../scripts/lib/server-process.mjs').Database} Database */

const TYPES = ['contact', 'category', 'group'];
const FACTORIES = { controllers: 'Controller', routes: 'Router', services: 'Service' };

const CONFIG = {
  'database.js': `module.exports = ({ env }) => ({ connection: env('DATABASE_CLIENT') === 'postgres'
    ? { client: 'postgres', connection: { connectionString: env('DATABASE_URL') }, pool: { min: 2, max: 10 } }
    : { client: 'sqlite', connection: { filename: env('DATABASE_FILENAME') }, useNullAsDefault: true } });`,
  'server.js': `module.exports = ({ env }) => ({ host: env('HOST'), port: env.int('PORT'), app: { keys: env.array('APP_KEYS') } });`,
  'admin.js': `module.exports = ({ env }) => ({ auth: { secret: env('ADMIN_JWT_SECRET') }, serveAdminPanel: false,
    apiToken: { salt: env('API_TOKEN_SALT') }, transfer: { token: { salt: env('TRANSFER_TOKEN_SALT') } },
    secrets: { encryptionKey: env('ENCRYPTION_KEY') } });`,
  'middlewares.js': `module.exports = ['logger', 'errors', 'security', 'cors', 'poweredBy', 'query', 'body', 'session',
    'favicon', 'public'].map((name) => 'strapi::' + name).map((name) => name === 'strapi::body'
    ? { name, config: { jsonLimit: '64mb', formLimit: '64mb', textLimit: '64mb' } } : name);`,
};

/** @typedef {Record<string, { folder: string, config?: object }>} Plugins by their name in Strapi */

/** @param {Plugins} plugins */
const pluginsFile = (plugins) =>
  `module.exports = ${JSON.stringify(
    Object.fromEntries(
      Object.entries(plugins).map(([name, { folder, config = {} }]) => [
        name,
        { enabled: true, resolve: folder, config },
      ]),
    ),
  )};`;

/**
 * The same three types as a Strapi project makes them without this product: a unique number, relations that
 * both sides know, no plugin. The attributes are those of our schemas.
 * @param {string} type
 */
function stockSchema(type) {
  const schema = JSON.parse(
    fs.readFileSync(inRoot('src', 'api', type, 'content-types', type, 'schema.json'), 'utf8'),
  );
  const { attributes } = schema;
  delete schema.indexes;
  delete attributes.searchText;
  delete attributes.nameKey;
  if (type === 'contact') {
    attributes.primaryContact.unique = true;
    attributes.category.inversedBy = 'contacts';
    attributes.groups.inversedBy = 'contacts';
  } else {
    attributes.contacts = {
      type: 'relation',
      relation: type === 'category' ? 'oneToMany' : 'manyToMany',
      target: 'api::contact.contact',
      mappedBy: type === 'category' ? 'category' : 'groups',
    };
  }
  return schema;
}

/** @param {string} folder @param {Plugins} plugins */
function writeProject(folder, plugins) {
  const write = (/** @type {string} */ file, /** @type {string} */ text) => {
    const full = path.join(folder, file);
    fs.mkdirSync(path.dirname(full), { recursive: true });
    fs.writeFileSync(full, text);
  };
  const { dependencies } = JSON.parse(fs.readFileSync(inRoot('package.json'), 'utf8'));
  write('package.json', JSON.stringify({ name: 'stock', strapi: { uuid: false }, dependencies }));
  for (const [file, text] of Object.entries(CONFIG)) write(`config/${file}`, text);
  write('config/plugins.js', pluginsFile(plugins));
  write('src/index.js', 'module.exports = {};');
  write('public/uploads/.gitkeep', '');
  for (const type of TYPES) {
    const api = `src/api/${type}`;
    write(`${api}/content-types/${type}/schema.json`, JSON.stringify(stockSchema(type)));
    for (const [kind, factory] of Object.entries(FACTORIES)) {
      write(
        `${api}/${kind}/${type}.js`,
        `module.exports = require('@strapi/strapi').factories.createCore${factory}('api::${type}.${type}');`,
      );
    }
  }
  fs.symlinkSync(inRoot('node_modules'), path.join(folder, 'node_modules'), 'junction');
}

/**
 * A stock Strapi of the same versions on this database, with somebody signed in and an API token.
 * @param {Database} database @param {{ plugins?: Plugins }} [options]
 */
export async function startStock(database, { plugins = {} } = {}) {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'contacts-stock-'));
  const removeFolder = () => fs.rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeFolder);
  writeProject(folder, plugins);
  const server = await startServer({ database, appDir: folder });
  const admin = await registerFirstAdmin(server.url, {
    firstname: 'Bench',
    lastname: 'Mark',
    email: 'bench@example.com',
    password: makePassword(),
  });
  const { data } = await admin.post('/admin/api-tokens', {
    name: 'Benchmark',
    description: '',
    type: 'full-access',
    lifespan: null,
  });
  return {
    server,
    admin,
    application: createAdminClient(server.url, data.accessKey),
    async stop() {
      await server.stop();
      process.off('exit', removeFolder);
      removeFolder();
    },
  };
}
