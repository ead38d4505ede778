import bootstrap from './bootstrap';
import contentTypes from './content-types';
import { bulk } from './controllers/bulk';
import { contact, lookup } from './controllers/application';
import register from './register';
import routes from './routes';
import { installation } from './services/installation';

export default {
  register,
  bootstrap,
  contentTypes,
  routes,
  controllers: { bulk, contact, lookup },
  services: { installation },
};
