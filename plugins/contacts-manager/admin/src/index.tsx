import { User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';
import type { ComponentType } from 'react';
import { actionId } from '../../shared/permissions';
import { PLUGIN_ID } from './plugin-id';

/** Strapi merges the texts of all plugins into one table, so ours carry the plugin's name. */
const prefixKeys = (texts: Record<string, string>): Record<string, string> =>
  Object.fromEntries(Object.entries(texts).map(([key, text]) => [`${PLUGIN_ID}.${key}`, text]));

/** One line per shipped language. Strapi falls back to English for every other one. */
const TRANSLATIONS: Record<string, () => Promise<{ default: Record<string, string> }>> = {
  en: () => import('./translations/en.json'),
};

type SettingsPage = () => Promise<{ default: ComponentType }>;

/** A page under Settings → Contacts; `title` is a key of the texts. */
const settingsLink = (page: string, title: string, Component: SettingsPage) => ({
  id: `${PLUGIN_ID}-${page}`,
  to: `${PLUGIN_ID}/${page}`,
  intlLabel: { id: `${PLUGIN_ID}.${title}`, defaultMessage: title },
  permissions: [{ action: actionId('settings'), subject: null }],
  Component,
});

const SETTINGS_SECTION = {
  id: PLUGIN_ID,
  intlLabel: { id: `${PLUGIN_ID}.plugin.name`, defaultMessage: 'Contacts' },
};
const SETTINGS_LINKS = [
  settingsLink('general', 'settings.general', () => import('./pages/GeneralSettingsPage')),
  settingsLink('custom-fields', 'fields.title', () => import('./pages/CustomFieldsPage')),
];

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
    app.addSettingsLink(SETTINGS_SECTION, SETTINGS_LINKS);
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
