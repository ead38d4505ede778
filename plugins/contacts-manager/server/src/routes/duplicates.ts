import { adminRoute } from './admin-route';

export const duplicateRoutes = [
  adminRoute('GET', '/duplicates', 'duplicates.list', 'update'),
  adminRoute('POST', '/duplicates/dismiss', 'duplicates.dismiss', 'update'),
];
