import { adminRoute } from './admin-route';

export const exportRoutes = [adminRoute('POST', '/exports', 'exports.create', ['read', 'export'])];
