import { adminRoute } from './admin-route';

export const importRoutes = [
  adminRoute('GET', '/imports/template', 'imports.template', 'import'),
  adminRoute('GET', '/imports', 'imports.list', 'import'),
  adminRoute('POST', '/imports', 'imports.create', 'import'),
  adminRoute('GET', '/imports/:id', 'imports.findOne', 'import'),
  adminRoute('GET', '/imports/:id/rows', 'imports.rows', 'import'),
  adminRoute('PATCH', '/imports/:id/rows/:row', 'imports.correct', 'import'),
  // The same for the admin panel, whose client knows no PATCH.
  adminRoute('PUT', '/imports/:id/rows/:row', 'imports.correct', 'import'),
  adminRoute('POST', '/imports/:id/replace', 'imports.replace', 'import'),
  adminRoute('GET', '/imports/:id/file', 'imports.file', 'import'),
  adminRoute('GET', '/imports/:id/problems.xlsx', 'imports.problems', 'import'),
  adminRoute('POST', '/imports/:id/undo', 'imports.undo', 'import'),
  adminRoute('POST', '/imports/:id/mapping', 'imports.map', 'import'),
  adminRoute('POST', '/imports/:id/confirm', 'imports.confirm', 'import'),
  adminRoute('POST', '/imports/:id/cancel', 'imports.cancel', 'import'),
];
