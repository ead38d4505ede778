import bootstrap from './bootstrap';
import contentTypes from './content-types';
import { contact, lookup } from './controllers/application';
import { bin } from './controllers/bin';
import { bulk } from './controllers/bulk';
import { contacts } from './controllers/contacts';
import { duplicates } from './controllers/duplicates';
import { imports } from './controllers/imports';
import { categories, groups } from './controllers/named-records';
import { operations } from './controllers/operations';
import { pastedNumbers } from './controllers/pasted-numbers';
import destroy from './destroy';
import { handleUploads } from './http/uploads';
import register from './register';
import routes from './routes';
import { work } from './services/work/service';
import { installation } from './services/installation';

export default {
  register,
  bootstrap,
  destroy,
  contentTypes,
  routes,
  controllers: {
    bin,
    bulk,
    categories,
    contact,
    contacts,
    duplicates,
    groups,
    imports,
    lookup,
    operations,
    pastedNumbers,
  },
  middlewares: { uploads: () => handleUploads },
  services: { installation, work },
};
