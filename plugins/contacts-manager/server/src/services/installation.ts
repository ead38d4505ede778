import type { Core } from '@strapi/strapi';
import { actionId, ROLES } from '../../../shared/permissions';

const CATEGORIES = ['Inbound', 'Student', 'Lead'];

/** What the plugin uses of Strapi's own service. */
interface RoleService {
  findOne(where: { code: string }): Promise<{ id: number } | null>;
  create(role: { code: string; name: string; description: string }): Promise<{ id: number }>;
  assignPermissions(id: number, permissions: object[]): Promise<void>;
}

/**
 * What a new installation starts with. Each part is made once: a role or category that somebody
 * deleted or renamed does not come back at the next start.
 */
export const installation = ({ strapi }: { strapi: Core.Strapi }) => {
  const store = strapi.store({ type: 'plugin', name: 'contacts-manager' });
  const once = async (key: string, make: () => Promise<void>) => {
    if (await store.get({ key })) return;
    await make();
    await store.set({ key, value: true });
  };

  const makeRoles = async () => {
    const roles = strapi.service('admin::role') as RoleService;
    for (const [code, { name, description, permissions }] of Object.entries(ROLES)) {
      const role =
        (await roles.findOne({ code })) ?? (await roles.create({ code, name, description }));
      await roles.assignPermissions(
        role.id,
        permissions.map((permission) => ({
          action: actionId(permission),
          subject: null,
          properties: {},
          conditions: [],
        })),
      );
    }
  };

  const makeCategories = async () => {
    if ((await strapi.documents('api::category.category').count({})) > 0) return;
    for (const name of CATEGORIES) {
      await strapi.documents('api::category.category').create({ data: { name } });
    }
  };

  return {
    /** Call it from the application's bootstrap: a role made earlier keeps Strapi from making Super Admin. */
    async seed(): Promise<void> {
      await once('roles-made', makeRoles);
      await once('categories-made', makeCategories);
    },
  };
};
