import bootstrap from './bootstrap';
import contentTypes from './content-types';
import { contact, lookup } from './controllers/application';
import { bulk } from './controllers/bulk';
import { contacts } from './controllers/contacts';
import { imports } from './controllers/imports';
import { categories, groups } from './controllers/named-records';
import destroy from './destroy';
import { handleUploads } from './http/uploads';
import register from './register';
import routes from './routes';
import { imports as importService } from './services/imports/service';
import { installation } from './services/installation';

export default {
  register,
  bootstrap,
  destroy,
  contentTypes,
  routes,
  controllers: { bulk, categories, contact, contacts, groups, imports, lookup },
  middlewares: { uploads: () => handleUploads },
  services: { imports: importService, installation },
};
