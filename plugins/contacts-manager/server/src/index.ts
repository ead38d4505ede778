import bootstrap from './bootstrap';
import contentTypes from './content-types';
import { contact, lookup } from './controllers/application';
import { bulk } from './controllers/bulk';
import { contacts } from './controllers/contacts';
import { categories, groups } from './controllers/named-records';
import register from './register';
import routes from './routes';
import { installation } from './services/installation';

export default {
  register,
  bootstrap,
  contentTypes,
  routes,
  controllers: { bulk, categories, contact, contacts, groups, lookup },
  services: { installation },
};
