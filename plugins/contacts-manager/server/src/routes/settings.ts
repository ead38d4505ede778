import { adminRoute } from './admin-route';

export const settingsRoutes = [
  adminRoute('GET', '/me', 'settings.me', 'read'),
  adminRoute('GET', '/settings', 'settings.find', 'settings'),
  adminRoute('PUT', '/settings', 'settings.update', 'settings'),
];
