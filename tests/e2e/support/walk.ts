import type { Locator, Page } from 'playwright-core';
import { panelOf, ROOT } from './panel';

/** A screen as axe reads it: its name, and the way there. */
export type Screen = [name: string, show: () => Promise<unknown>];

export const SETTINGS = '/admin/settings/contacts-manager';

/** The ways to screens, none of which needs to know what is on them. */
export function walkOf(current: () => Page) {
  const { settle } = panelOf(current);
  const firstMenu = (): Locator =>
    current()
      .getByRole('button', { name: /^Actions for/ })
      .first();
  const open = async (address: string) => {
    await current().goto(`${ROOT}/${address}`);
    await current().getByRole('heading', { level: 1 }).waitFor();
    await settle();
  };
  const asked = () =>
    current().getByRole('dialog').or(current().getByRole('alertdialog')).first().waitFor();

  return {
    open,
    firstMenu,
    listIsThere: () => current().getByRole('table').locator('tbody tr').first().waitFor(),
    /** Picks from the menu of the first record; a dialog opens. */
    async pick(verb: string) {
      await firstMenu().click();
      await current().getByRole('menuitem', { name: verb, exact: true }).click();
      await asked();
    },
    /** A button that opens a panel or a dialog. */
    async press(name: string) {
      await current().getByRole('button', { name, exact: true }).click();
      await asked();
    },
    more: () => current().getByRole('button', { name: 'More', exact: true }).click(),
    /** A CSV of its own, as if chosen from a folder. */
    async upload(text: string) {
      await open('imports/new');
      const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
      await current().locator('input[type="file"]').setInputFiles(file);
    },
  };
}
