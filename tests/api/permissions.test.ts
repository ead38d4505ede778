import {
  BULK_ACTIONS,
  BULK_PERMISSIONS,
} from '../../plugins/contacts-manager/shared/contracts/bulk';
import {
  actionId,
  PERMISSION_NAMES,
  type Permission,
} from '../../plugins/contacts-manager/shared/permissions';
import { addContacts, addRecord } from '../factories/contacts';
import type { Account } from '../helpers/accounts';
import { createApp, type TestApp } from '../helpers/app';

let app: TestApp;
let owner: Account;
let contactId: string;
let groupId: string;
beforeAll(async () => {
  app = await createApp();
  owner = await app.signIn('strapi-super-admin');
  contactId = (await addContacts(owner.client, [{}]))[0]?.documentId ?? '';
  groupId = (await addRecord(owner.client, 'groups', 'Alumni')).documentId;
});
afterAll(() => app.close());

interface AdminRoute {
  method: string;
  path: string;
  config?: {
    auth?: unknown;
    policies?: (string | { name: string; config: { actions: string[] } })[];
  };
}

function adminRoutes(): AdminRoute[] {
  const { routes } = app.strapi.plugin('contacts-manager');
  if (Array.isArray(routes)) throw new Error('The routes are expected by kind.');
  return (routes.admin?.routes ?? []) as AdminRoute[];
}

const actionsOf = ({ config }: AdminRoute): string[] =>
  (config?.policies ?? []).flatMap((policy) =>
    typeof policy === 'object' && policy.name === 'admin::hasPermissions'
      ? policy.config.actions
      : [],
  );

describe('every admin route', () => {
  test('asks for a signed-in administrator and names a right of the list', () => {
    const known = PERMISSION_NAMES.map(actionId) as string[];
    const open = adminRoutes().filter((route) => {
      const actions = actionsOf(route);
      const named = actions.length > 0 && actions.every((action) => known.includes(action));
      const signedIn = route.config?.policies?.includes('admin::isAuthenticatedAdmin');
      return !named || !signedIn || route.config?.auth === false;
    });
    expect(adminRoutes().length).toBeGreaterThan(20);
    expect(open.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
  });

  test('answers 401 without a token and 403 to an account without rights', async () => {
    const nobody = await app.signIn([]);
    for (const { method, path } of adminRoutes()) {
      const address = `/contacts-manager${path.replace(/:\w+/g, 'x')}`;
      const call = (client: typeof nobody.client) => {
        switch (method) {
          case 'POST':
            return client.post(address, {});
          case 'PUT':
            return client.put(address, {});
          case 'PATCH':
            return client.patch(address, {});
          case 'DELETE':
            return client.delete(address);
          default:
            return client.get(address);
        }
      };
      expect([method, path, (await call(app.anonymous)).status]).toEqual([method, path, 401]);
      expect([method, path, (await call(nobody.client)).status]).toEqual([method, path, 403]);
    }
  });
});

describe('a contacts agent', () => {
  let agent: Account;
  beforeAll(async () => {
    agent = await app.signIn('contacts-agent');
  });
  const bulk = (body: object) =>
    agent.client.post('/contacts-manager/contacts/bulk', {
      selection: { kind: 'ids', ids: [contactId] },
      ...body,
    });

  test('may read, add, edit and put into groups', async () => {
    await agent.client.get('/contacts-manager/contacts').expect(200);
    await agent.client.get('/contacts-manager/groups').expect(200);
    await agent.client.get('/contacts-manager/me').expect(200);
    await addContacts(agent.client, [{}], 500);
    await agent.client
      .put(`/contacts-manager/contacts/${contactId}`, { notes: 'Called back' })
      .expect(200);
    const answer = await bulk({ action: 'add-to-groups', groups: [groupId] }).expect(200);
    expect(answer.body).toMatchObject({ applied: 1, state: 'done' });
  });

  test('may not archive, block, delete, or write groups and categories', async () => {
    await bulk({ action: 'archive' }).expect(403);
    await bulk({ action: 'block', reason: 'Spam' }).expect(403);
    await bulk({ action: 'activate' }).expect(403);
    await bulk({ action: 'unblock' }).expect(403);
    await bulk({ action: 'delete' }).expect(403);
    await agent.client.post(`/contacts-manager/contacts/${contactId}/archive`, {}).expect(403);
    for (const kind of ['groups', 'categories']) {
      await agent.client.post(`/contacts-manager/${kind}`, { name: 'Mine' }).expect(403);
      await agent.client.put(`/contacts-manager/${kind}/${groupId}`, { name: 'Mine' }).expect(403);
      await agent.client.delete(`/contacts-manager/${kind}/${groupId}`).expect(403);
    }
    const { body } = await agent.client.get(`/contacts-manager/contacts/${contactId}`).expect(200);
    expect(body.data.contactStatus).toBe('active');
  });
});

test.each(BULK_ACTIONS)('bulk %s asks for its own right and no other does', async (action) => {
  const needed = BULK_PERMISSIONS[action];
  const others = PERMISSION_NAMES.filter((name) => name !== needed);
  const request = {
    action,
    selection: { kind: 'ids', ids: ['nobody'] },
    reason: 'A test',
    groups: [groupId],
    fromGroups: [groupId],
    category: null,
  };
  const call = async (permissions: Permission[]) =>
    (await app.signIn(permissions)).client.post('/contacts-manager/contacts/bulk', request);
  expect((await call(others)).status).toBe(403);
  expect((await call(['read', needed])).status).toBe(200);
});

describe('who holds a taken number', () => {
  const add = (account: Account) =>
    account.client.post('/contacts-manager/contacts', {
      name: 'Copy',
      primaryContact: '+919810000000',
    });

  test('is told to those who may read contacts', async () => {
    const answer = await add(await app.signIn(['read', 'create'])).expect(400);
    expect(answer.body.error.details.errors[0]).toMatchObject({
      path: ['primaryContact'],
      code: 'phone.taken',
      owner: { documentId: contactId, name: 'Person 0', contactStatus: 'active' },
    });
  });

  test('is not told to others', async () => {
    const answer = await add(await app.signIn(['create'])).expect(400);
    expect(answer.body.error.details.errors[0].code).toBe('phone.taken');
    expect(JSON.stringify(answer.body)).not.toContain('Person 0');
    expect(JSON.stringify(answer.body)).not.toContain(contactId);
  });
});
