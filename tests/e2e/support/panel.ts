import type { Locator, Page } from 'playwright-core';

/** Where the screens of Contacts begin, and the admin API behind them. */
export const ROOT = '/admin/plugins/contacts-manager';
export const API = '/contacts-manager';

/**
 * The screens of Contacts, by what people call their parts. The page is asked for each time, because most files
 * open a new one for each test.
 */
export function panelOf(current: () => Page) {
  const button = (name: string): Locator => current().getByRole('button', { name, exact: true });
  const menuItem = (name: string): Locator =>
    current().getByRole('menuitem', { name, exact: true });
  const dialog = (): Locator => current().getByRole('dialog');
  const toolbar = (): Locator => current().getByRole('toolbar', { name: 'Bulk actions' });
  /** Of the toolbar: the bulk actions that it has no place for. */
  const more = (): Locator => toolbar().getByRole('button', { name: 'More' });
  /** Nothing is being loaded any more. */
  const settle = () =>
    current().locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  const searchField = (): Locator => current().getByPlaceholder('Name, phone number or e-mail');
  /** The three-dot menu of one contact, group or category. */
  const openMenu = (name: string) => button(`Actions for ${name}`).click();

  return {
    dialog,
    toolbar,
    more,
    settle,
    rows: (): Locator => current().getByRole('table').locator('tbody tr[data-ticked]'),
    row: (name: string): Locator => current().getByRole('row').filter({ hasText: name }),
    /** Below the list: what was just done, with a button to take it back. */
    notice: (): Locator =>
      current()
        .getByRole('status')
        .filter({ has: current().getByRole('button') }),
    toast: (text: string | RegExp) => current().getByText(text).first().waitFor(),
    searchField,
    /** One contact of the form, which takes several. */
    entry: (number: number, where = current()): Locator =>
      where.getByRole('region', { name: `Contact ${number}`, exact: true }),
    save: () => button('Save').click(),
    /** A screen with a table, such as `active?search=Asha`, once it has loaded. */
    async open(address: string): Promise<void> {
      await current().goto(`${ROOT}/${address}`);
      const nothing = current().getByText('No contact matches your search');
      await current().getByRole('table').or(nothing).first().waitFor();
      await settle();
    },
    /** Picks from the three-dot menu of one record. */
    async pick(name: string, verb: string): Promise<void> {
      await openMenu(name);
      await menuItem(verb).click();
    },
    /** What the three-dot menu of one record offers. */
    async menuOf(name: string): Promise<string[]> {
      await openMenu(name);
      const items = await current().getByRole('menuitem').allInnerTexts();
      await current().keyboard.press('Escape');
      // A click on its button while it is still closing would only close it again.
      await current().getByRole('menu').waitFor({ state: 'detached' });
      return items.map((item) => item.trim());
    },
    /** Types into the search field and waits for what it finds. */
    async searchFor(text: string): Promise<void> {
      await searchField().fill(text);
      await current().waitForURL((url) => url.searchParams.get('search') === text);
      await settle();
    },
    async tickAll(): Promise<void> {
      await current().getByRole('checkbox', { name: 'Select all contacts on this page' }).check();
      await toolbar().waitFor();
    },
    /** Picks a bulk action that asks first. */
    async pickMore(verb: string): Promise<void> {
      await more().click();
      await menuItem(verb).click();
      await dialog().waitFor();
    },
  };
}
