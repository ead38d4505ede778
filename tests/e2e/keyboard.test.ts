import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { openBrowser, type TestBrowser } from './support/browser';
import { panelOf, ROOT } from './support/panel';

/** The daily work without a mouse: from the first page on, only keys are pressed. */
let browser: TestBrowser;
let page: Page;

const NAME = 'Keyboard Person';
const NUMBER = '+91 98200 00701';
const SEARCH_PAUSE_MS = 500;

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.signIn('contacts-manager');
  await page.goto(`${ROOT}/active`);
  await listIsThere();
});
afterAll(() => browser.close());

const { dialog, row, searchField, settle, toast } = panelOf(() => page);
const press = async (...keys: string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const listIsThere = async () => {
  await page.getByRole('table').waitFor();
  await settle();
};
const isFocused = (element: Locator) =>
  element.evaluate((node) => node === document.activeElement).catch(() => false);

/** Presses a key until the element has the focus; a way that does not end there is a finding. */
async function goTo(element: Locator, key = 'Tab'): Promise<void> {
  await element.waitFor();
  for (let pressed = 0; pressed < 80; pressed += 1) {
    if (await isFocused(element)) return;
    await press(key);
  }
  throw new Error(`No way by ${key} to ${element.toString()}.`);
}
/** Where a person is never to find themselves. */
const expectFocus = async () => {
  await settle();
  await page.waitForFunction(() => document.activeElement !== document.body);
};

async function find(tab: 'a' | 'r' | 'b', name: string): Promise<void> {
  await press('g', tab);
  const path = { a: 'active', r: 'archived', b: 'blocked' }[tab];
  // The tab without the search of the step before.
  await page.waitForURL((url) => url.pathname === `${ROOT}/${path}` && !url.search);
  await searchField().waitFor();
  // The field waits for a pause: the same words again within it would be no new search.
  await page.waitForTimeout(SEARCH_PAUSE_MS);
  await press('/');
  await press('ControlOrMeta+a');
  await page.keyboard.type(name);
  await page.waitForURL((url) => url.searchParams.get('search') === name);
  await row(name).waitFor();
  await settle();
  // Out of the field: there, letters are letters.
  await press('Tab');
}

/** Opens the menu of the row and picks a verb in it. */
async function pick(name: string, verb: string): Promise<void> {
  await press('j');
  await goTo(page.getByRole('button', { name: `Actions for ${name}`, exact: true }));
  await press('Enter');
  await goTo(page.getByRole('menuitem', { name: verb, exact: true }), 'ArrowDown');
  await press('Enter');
  await dialog().waitFor();
}
const confirm = async (label: string) => {
  await goTo(dialog().getByRole('button', { name: label, exact: true }));
  await press('Enter');
  await dialog().waitFor({ state: 'detached' });
};

test('? shows every shortcut, and the focus comes back', async () => {
  await press('j');
  const link = page.getByRole('table').getByRole('link').first();
  expect(await isFocused(link)).toBe(true);
  await press('?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  for (const text of ['Search', 'Add contacts', 'Go to Blocked', 'Show this list']) {
    await help.getByText(text, { exact: true }).waitFor();
  }
  await press('n');
  expect(new URL(page.url()).pathname).toBe(`${ROOT}/active`);
  await press('Escape');
  await help.waitFor({ state: 'detached' });
  await link.and(page.locator(':focus')).waitFor();
});

test('add', async () => {
  await press('n');
  await page.waitForURL(`**${ROOT}/new`);
  await goTo(page.getByRole('textbox', { name: /^Name/ }));
  await page.keyboard.type(NAME);
  await goTo(page.getByRole('textbox', { name: /^Primary Contact/ }));
  await page.keyboard.type(NUMBER);
  await press('Enter');
  await toast('Added 1 contact.');
  await listIsThere();
  await expectFocus();
});

test('search, and letters in a field stay letters', async () => {
  await find('a', NAME);
  expect(await page.getByRole('table').locator('tbody tr').count()).toBe(1);
  await press('/');
  await page.keyboard.type('n?');
  expect(new URL(page.url()).pathname).toBe(`${ROOT}/active`);
  expect(await dialog().count()).toBe(0);
  await press('Backspace', 'Backspace', 'Tab');
});

test('edit', async () => {
  await find('a', NAME);
  await press('j', 'Enter');
  await page.getByRole('heading', { name: NAME }).waitFor();
  await goTo(page.getByRole('button', { name: 'Edit Email Address' }));
  await press('Enter');
  await goTo(page.getByRole('textbox', { name: 'Email Address' }));
  await page.keyboard.type('keyboard@example.com');
  await press('Enter');
  await page.getByRole('link', { name: 'keyboard@example.com' }).first().waitFor();
  await expectFocus();
  await goTo(page.getByRole('link', { name: 'Back to the list' }), 'Shift+Tab');
  await press('Enter');
  await listIsThere();
  await expectFocus();
});

test('add to a group', async () => {
  await find('a', NAME);
  await pick(NAME, 'Add to Group');
  await goTo(dialog().getByRole('checkbox', { name: 'Newsletter', exact: true }));
  await press('Space');
  await confirm('Add to Group');
  await toast('Added 1 contact to groups.');
  await expectFocus();
});

test('archive, by ticking the row', async () => {
  await find('a', NAME);
  await press('j', 'x');
  const toolbar = page.getByRole('toolbar', { name: 'Bulk actions' });
  await toolbar.getByText('1 contact selected').waitFor();
  await goTo(toolbar.getByRole('button', { name: 'Archive', exact: true }), 'Shift+Tab');
  await press('Enter');
  await confirm('Archive');
  await toast('Archived 1 contact.');
  await expectFocus();
});

test('block with a reason', async () => {
  await find('r', NAME);
  await pick(NAME, 'Block');
  await goTo(dialog().getByLabel('Reason'));
  await page.keyboard.type('Sent spam');
  await confirm('Block');
  await toast('Blocked 1 contact.');
  await expectFocus();
});

test('unblock', async () => {
  await find('b', NAME);
  await pick(NAME, 'Unblock');
  await confirm('Unblock');
  await toast('Unblocked 1 contact.');
  await expectFocus();
});

test('import', async () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'contacts-keyboard-'));
  const file = path.join(folder, 'people.csv');
  writeFileSync(file, 'Name,Primary Contact\nKeyboard Imported,+91 98200 00702\n');
  await press('g', 'i');
  await page.waitForURL(`**${ROOT}/imports/new`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  // Asked for before the key is pressed: a busy browser takes its time to hand choosers over.
  const chooser = page.waitForEvent('filechooser');
  await goTo(page.getByRole('button', { name: 'Choose a file' }).first());
  await press('Enter');
  await (await chooser).setFiles(file);
  const add = page.getByRole('button', { name: 'Add 1 contact' });
  await add.waitFor();
  await expectFocus();
  await goTo(add, 'Shift+Tab');
  await press('Enter');
  await page.getByText('1 contact added').first().waitFor();
  await expectFocus();
  rmSync(folder, { recursive: true });
});

test('undo, from History', async () => {
  await press('g', 'h');
  await page.getByRole('heading', { name: 'History', level: 1 }).waitFor();
  await listIsThere();
  await press('j', 'Enter');
  const undo = page.getByRole('button', { name: 'Undo', exact: true }).first();
  await goTo(undo);
  await press('Enter');
  await toast('Took 1 contact back to what it was.');
  await expectFocus();
  await press('g', 'a');
  await page.waitForURL(`**${ROOT}/active`);
  await searchField().waitFor();
  await press('/');
  await page.keyboard.type('Keyboard Imported');
  await page.getByText('No contact matches your search').waitFor();
});

test('shortcuts can be switched off, and on again under More', async () => {
  await press('Tab', '?');
  const help = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await goTo(help.getByRole('checkbox', { name: 'Use these shortcuts' }));
  await press('Space', 'Escape');
  await help.waitFor({ state: 'detached' });
  await press('?');
  expect(await dialog().count()).toBe(0);
  await goTo(page.getByRole('button', { name: 'More', exact: true }), 'Shift+Tab');
  await press('Enter');
  await goTo(page.getByRole('menuitem', { name: 'Keyboard shortcuts' }), 'ArrowDown');
  await press('Enter');
  await goTo(help.getByRole('checkbox', { name: 'Use these shortcuts' }));
  await press('Space', 'Escape', 'g', 'g');
  await page.waitForURL(`**${ROOT}/groups`);
});
