import { User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import { actionId } from '../../shared/permissions';
import { PLUGIN_ID } from './plugin-id';

/** Strapi merges the texts of all plugins into one table, so ours carry the plugin's name. */
const prefixKeys = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));

/** One line per shipped language. Strapi falls back to English for every other one. */
const TRANSLATIONS: Record<string, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./translations/en.json'),
};

/** Strapi's Settings → Contacts, in the order of its menu. */
const SETTINGS_PAGES = [
  {
    path: 'general',
    label: 'General',
    Component: () => import('./pages/GeneralSettingsPage'),
  },
];

const settingsLinks = SETTINGS_PAGES.map(({ path, label, Component }) => ({
  id: `${PLUGIN_ID}-${path}`,
  to: `${PLUGIN_ID}/${path}`,
  intlLabel: { id: `${PLUGIN_ID}.settings.${path}`, defaultMessage: label },
  permissions: [{ action: actionId('settings'), subject: null }],
  Component,
}));

export default {
  register(app: StrapiApp) {
    app.addMenuLink({
      to: `plugins/${PLUGIN_ID}`,
      icon: User,
      intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Contacts' },
      permissions: [{ action: actionId('read'), subject: null }],
      position: 3,
      Component: () => import('./pages/App'),
    });
    app.addSettingsLink(
      {
        id: PLUGIN_ID,
        intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Contacts' },
      },
      settingsLinks,
    );
    app.registerPlugin({ id: PLUGIN_ID, name: PLUGIN_ID });
  },

  registerTrads({ locales }: { locales: string[] }) {
    return Promise.all(
      locales.map(async (locale) => {
        const load = TRANSLATIONS[locale];
        return { locale, data: load ? prefixKeys((await load()).default) : {} };
      }),
    );
  },
};
