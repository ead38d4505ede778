import { ROLES } from '../../plugins/contacts-manager/shared/permissions';
import { createApp, type TestApp } from '../helpers/app';

let app: TestApp;
beforeAll(async () => {
  app = await createApp();
});
afterAll(() => app.close());

describe('a new installation', () => {
  test('answers the health check', async () => {
    await app.anonymous.get('/_health').expect(204);
  });

  test('has the roles that contacts need, and no rights in the Content Manager for them', async () => {
    const owner = await app.signIn('strapi-super-admin');
    for (const [code, role] of Object.entries(ROLES)) {
      const { body } = await owner.client.get('/admin/roles').expect(200);
      const found = body.data.find((entry: { code: string }) => entry.code === code);
      expect(found).toMatchObject({ name: role.name });
      const rights = await owner.client.get(`/admin/roles/${found.id}/permissions`).expect(200);
      const actions = rights.body.data.map((entry: { action: string }) => entry.action);
      expect(actions.sort()).toEqual(
        role.permissions.map((name) => `plugin::contacts-manager.${name}`).sort(),
      );
    }
  });

  test('shows nothing to callers without a token', async () => {
    for (const path of ['/api/contacts', '/api/categories', '/api/groups']) {
      await app.anonymous.get(path).expect(403);
    }
    const answer = await app.anonymous.graphql('{ contacts { name } }').expect(200);
    expect(answer.body.errors[0].extensions.error.name).toBe('ForbiddenError');
  });
});
