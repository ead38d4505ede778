import type { Core } from '@strapi/strapi';
import { checkPrerequisites } from './database/prerequisites';
import { ensureSchema } from './database/schema';
import { guardContactWrites } from './guards/contact-hooks';
import { guardDocuments } from './guards/document-middleware';
import { guardNamedRecordWrites } from './guards/named-records';
import { hardenGraphql } from './guards/graphql';

interface Hook {
  register(handler: () => Promise<void>): void;
}

export default ({ strapi }: { strapi: Core.Strapi }) => {
  const beforeSync = strapi.hook('strapi::content-types.beforeSync') as Hook;
  beforeSync.register(async () => {
    await checkPrerequisites(strapi.db.connection);
  });
  const afterSync = strapi.hook('strapi::content-types.afterSync') as Hook;
  afterSync.register(async () => {
    const { repairedPhones } = await ensureSchema(strapi.db.connection, {
      initialCountry: strapi.config.get<string>('plugin::contacts-manager.defaultCountry', ''),
    });
    if (repairedPhones > 0) {
      strapi.log.warn(`Contacts: brought ${repairedPhones} rows of the phone table up to date.`);
    }
    guardContactWrites(strapi);
    guardNamedRecordWrites(strapi);
  });
  guardDocuments(strapi);
  hardenGraphql(strapi);
};
