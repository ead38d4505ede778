import type { Core } from '@strapi/strapi';

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    await strapi.plugin('contacts-manager').service('installation').seed();
  },
};
