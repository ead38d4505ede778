import type { Core } from '@strapi/strapi';

interface Installation {
  seed(): Promise<void>;
}

export default {
  async bootstrap({ strapi }: { strapi: Core.Strapi }) {
    const installation: Installation = strapi.plugin('contacts-manager').service('installation');
    await installation.seed();
  },
};
