import { randomBytes } from 'node:crypto';
import type { Core } from '@strapi/strapi';
import {
  actionId,
  type Permission,
  type ROLES,
} from '../../plugins/contacts-manager/shared/permissions';
import { createClient, type Client } from './client';

type RoleCode = keyof typeof ROLES | 'strapi-super-admin';

export interface Account {
  id: number;
  email: string;
  password: string;
  token: string;
  client: Client;
}

export interface Accounts {
  /** A new admin user of a seeded role, or of a new role with just these rights, signed in. */
  signIn(as: RoleCode | Permission[]): Promise<Account>;
  /** A content API token; `custom` takes action ids such as `api::contact.contact.find`. */
  apiToken(type: 'full-access' | 'read-only' | string[]): Promise<Client>;
  /** A users-permissions user whose role has just these action ids, signed in. */
  applicationUser(actions: string[]): Promise<Account>;
}

const PASSWORD = 'Correct-horse-1';
const unique = () => randomBytes(5).toString('hex');

export const accountsOf = (strapi: Core.Strapi, url: string): Accounts => ({
  async signIn(as) {
    const email = `admin-${unique()}@example.com`;
    const role = typeof as === 'string' ? await roleId(strapi, as) : await createRole(strapi, as);
    const user = await strapi.service('admin::user').create({
      email,
      firstname: 'Test',
      lastname: typeof as === 'string' ? as : as.join('-'),
      password: PASSWORD,
      isActive: true,
      roles: [role],
    });
    const answer = await createClient(url)
      .post('/admin/login', { email, password: PASSWORD })
      .expect(200);
    return account(url, user.id, email, answer.body.data.accessToken);
  },

  async apiToken(type) {
    const token = await strapi.service('admin::api-token').create({
      name: `token-${unique()}`,
      kind: 'content-api',
      type: Array.isArray(type) ? 'custom' : type,
      lifespan: null,
      ...(Array.isArray(type) ? { permissions: type } : {}),
    });
    return createClient(url, token.accessKey);
  },

  async applicationUser(actions) {
    const email = `user-${unique()}@example.com`;
    const role = await strapi.db
      .query('plugin::users-permissions.role')
      .create({ data: { name: `Role ${email}`, type: `role-${unique()}` } });
    for (const action of actions) {
      await strapi.db
        .query('plugin::users-permissions.permission')
        .create({ data: { action, role: role.id } });
    }
    const user = await strapi.service('plugin::users-permissions.user').add({
      username: email,
      email,
      password: PASSWORD,
      provider: 'local',
      confirmed: true,
      role: role.id,
    });
    const answer = await createClient(url)
      .post('/api/auth/local', { identifier: email, password: PASSWORD })
      .expect(200);
    return account(url, user.id, email, answer.body.jwt);
  },
});

const account = (url: string, id: number, email: string, token: string): Account => ({
  id,
  email,
  password: PASSWORD,
  token,
  client: createClient(url, token),
});

async function roleId(strapi: Core.Strapi, code: RoleCode): Promise<number> {
  const role = await strapi.service('admin::role').findOne({ code });
  if (!role) throw new Error(`There is no admin role "${code}".`);
  return role.id;
}

async function createRole(strapi: Core.Strapi, permissions: Permission[]): Promise<number> {
  const role = await strapi
    .service('admin::role')
    .create({ name: `Role ${unique()}`, description: permissions.join(', ') });
  await strapi.service('admin::role').assignPermissions(
    role.id,
    permissions.map((name) => ({
      action: actionId(name),
      subject: null,
      properties: {},
      conditions: [],
    })),
  );
  return role.id;
}
