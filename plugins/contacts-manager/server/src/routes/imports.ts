import { adminRoute } from './admin-route';

export const importRoutes = [
  adminRoute('GET', '/imports/template', 'imports.template', 'import'),
  adminRoute('GET', '/imports', 'imports.list', 'import'),
  adminRoute('POST', '/imports', 'imports.create', 'import'),
  adminRoute('GET', '/imports/:id', 'imports.findOne', 'import'),
  adminRoute('GET', '/imports/:id/rows', 'imports.rows', 'import'),
  adminRoute('POST', '/imports/:id/mapping', 'imports.map', 'import'),
  adminRoute('POST', '/imports/:id/confirm', 'imports.confirm', 'import'),
  adminRoute('POST', '/imports/:id/cancel', 'imports.cancel', 'import'),
];
