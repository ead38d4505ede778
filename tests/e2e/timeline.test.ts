import type { Page } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, ROOT } from './support/panel';

/** The history on the page of one contact. */
let browser: TestBrowser;
let colleague: AdminClient;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  colleague = browser.apiOf('strapi-super-admin');
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { addContact } = contactsOf(() => colleague);
const historyOn = (where: Page) => where.getByRole('region', { name: 'History of this contact' });
const entries = () => historyOn(page).getByRole('listitem');

test('As a contacts manager I reach every change of a contact, however many there are', async () => {
  const id = await addContact('Chronicle Long', '+91 98200 00601');
  for (let edit = 1; edit <= 105; edit += 1) {
    await colleague.put(`${API}/contacts/${id}`, { notes: `Call number ${edit}` });
  }
  await page.goto(`${ROOT}/contacts/${id}`);
  const older = (name: string) => historyOn(page).getByRole('button', { name, exact: true });
  await older('Show 40 of 96 older changes').waitFor();
  expect(await entries().count()).toBe(10);
  await older('Show 40 of 96 older changes').click();
  await older('Show 50 of 56 older changes').click();
  await older('Show 6 older changes').click();
  await historyOn(page).getByRole('link', { name: 'Added', exact: true }).waitFor();
  expect(await entries().count()).toBe(106);
  await historyOn(page)
    .getByRole('button', { name: /older changes?$/ })
    .waitFor({ state: 'detached' });
});

test('As a contacts manager I get from a contact to a change of many; an agent reads what it was', async () => {
  const ids = [
    await addContact('Chronicle Ann', '+91 98200 00602'),
    await addContact('Chronicle Bob', '+91 98200 00603'),
  ];
  await colleague.post(`${API}/contacts/bulk`, {
    action: 'archive',
    selection: { kind: 'ids', ids },
    reason: 'Chronicle closed',
  });
  await page.goto(`${ROOT}/contacts/${ids[0]}`);
  const entry = entries().filter({ hasText: 'Chronicle closed' });
  await entry.getByRole('link', { name: 'Show change' }).waitFor();
  expect(await entry.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  await entry.getByRole('link', { name: 'Show change' }).click();
  await page.getByRole('main').getByText('Archived 2 contacts.').waitFor();

  const agent = await browser.signIn('contacts-agent');
  await agent.goto(`${ROOT}/contacts/${ids[1]}`);
  await historyOn(agent).getByText('Chronicle closed').waitFor();
  expect(await historyOn(agent).getByRole('link').count()).toBe(0);
  await agent.context().close();
});

test('while a contact, its history and its notes are on their way, grey bars keep their places', async () => {
  const id = await addContact('Chronicle Slow', '+91 98200 00604');
  const doors = new Map<string, () => void>();
  const waiting = (part: string) =>
    new Promise<void>((resolve) => {
      doors.set(part, resolve);
    });
  const closed = { contact: waiting('contact'), parts: waiting('parts') };
  const pattern = new RegExp(`/contacts/${id}(/timeline|/notes)?(\\?|$)`);
  await page.route(pattern, async (route) => {
    const isPart = /timeline|notes/.test(route.request().url());
    if (route.request().resourceType() !== 'document')
      await (isPart ? closed.parts : closed.contact);
    await route.fallback();
  });
  const bars = (within = page.getByRole('main')) => within.getByText('Loading', { exact: true });
  const spinners = () => page.getByRole('main').getByRole('alert').count();

  await page.goto(`${ROOT}/contacts/${id}`);
  await bars().first().waitFor({ state: 'attached' });
  expect(await spinners()).toBe(0);
  await takePicture(page, 'contact skeleton');
  doors.get('contact')?.();
  await bars(historyOn(page)).waitFor({ state: 'attached' });
  await bars(page.getByRole('region', { name: 'Team notes' })).waitFor({ state: 'attached' });
  expect(await spinners()).toBe(0);
  doors.get('parts')?.();
  await entries().first().waitFor();
  await page.unroute(pattern);
});
