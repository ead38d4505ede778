import type { Core } from '@strapi/strapi';
import bootstrap from './bootstrap';
import contentTypes from './content-types';
import { contact, lookup } from './controllers/application';
import { applicationImport, applicationImportRows } from './controllers/application-imports';
import { bin } from './controllers/bin';
import { bulk } from './controllers/bulk';
import { contacts } from './controllers/contacts';
import { customFields } from './controllers/custom-fields';
import { duplicates } from './controllers/duplicates';
import { contactExports } from './controllers/exports';
import { imports } from './controllers/imports';
import { categories, groups } from './controllers/named-records';
import { notes } from './controllers/notes';
import { operations } from './controllers/operations';
import { settings } from './controllers/settings';
import { views } from './controllers/saved-views';
import destroy from './destroy';
import { handleUploads } from './http/uploads';
import register from './register';
import routes from './routes';
import { importService } from './services/imports/service';
import { work } from './services/work/service';
import { installation } from './services/installation';

export default {
  register,
  bootstrap,
  destroy,
  contentTypes,
  routes,
  controllers: {
    ...{ bin, bulk, categories, contact, contacts, customFields, duplicates },
    ...{ exports: contactExports, groups, imports, lookup, notes, operations },
    ...{ settings, views },
    // Their names are those of the actions that roles and tokens are given.
    ...{ import: applicationImport, importRows: applicationImportRows },
  },
  middlewares: {
    uploads: (_config: unknown, { strapi }: { strapi: Core.Strapi }) => handleUploads(strapi),
  },
  services: { imports: importService, installation, work },
};
