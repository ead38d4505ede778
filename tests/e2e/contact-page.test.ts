import type { Locator, Page, Route } from 'playwright-core';
import type { AdminClient } from '../../scripts/lib/admin-client.mjs';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { contactsOf } from './support/contacts';
import { API, panelOf, ROOT } from './support/panel';

/** The page of one contact: reading, editing in place, notes, the way through a list, two people at once. */
let browser: TestBrowser;
let owner: AdminClient;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
  owner = browser.apiOf('strapi-super-admin');
  page = await browser.signIn('contacts-manager');
});
afterAll(() => browser.close());

const { open, rows, settle } = panelOf(() => page);
const { addContact, readContact } = contactsOf(() => owner);
const region = (name: string, where = page): Locator => where.getByRole('region', { name });
const heading = (name: string, where = page) =>
  where.getByRole('heading', { name, level: 1 }).waitFor();

async function openContact(id: string, name: string, where = page) {
  await where.goto(`${ROOT}/contacts/${id}`);
  await heading(name, where);
}
async function editField(label: string, value: string, where = page) {
  await where.getByRole('button', { name: `Edit ${label}`, exact: true }).click();
  await where
    .getByRole('form', { name: `Edit ${label}` })
    .getByLabel(label)
    .fill(value);
  await where.getByRole('button', { name: 'Save', exact: true }).click();
  await where.getByRole('form', { name: `Edit ${label}` }).waitFor({ state: 'detached' });
}

test('As a contacts manager I edit a field where it stands, with the keyboard alone', async () => {
  const id = await addContact('Keyboard Contact', '+91 98200 00301', { email: 'old@example.com' });
  await openContact(id, 'Keyboard Contact');
  await page.getByRole('button', { name: 'Edit Email Address' }).focus();
  await page.keyboard.press('Enter');
  const email = page.getByRole('textbox', { name: 'Email Address' });
  await email.waitFor();
  expect(await email.evaluate((input) => input === document.activeElement)).toBe(true);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('typed@example.com');
  await page.keyboard.press('Escape');
  const edit = page.getByRole('button', { name: 'Edit Email Address' });
  await edit.waitFor();
  expect(await edit.evaluate((button) => button === document.activeElement)).toBe(true);
  expect((await readContact(id)).email).toBe('old@example.com');

  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('nonsense');
  await page.keyboard.press('Enter');
  await page.getByText('Enter a valid e-mail address').waitFor();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('new@example.com');
  await page.keyboard.press('Enter');
  await region('Details').getByRole('link', { name: 'new@example.com' }).waitFor();
  await page.waitForFunction(
    () => document.activeElement?.closest('section')?.textContent.startsWith('Details') === true,
  );
  await region('History of this contact').getByText('new@example.com').waitFor();
  expect((await readContact(id)).email).toBe('new@example.com');
});

test('As a contacts manager I copy, write to and call each number', async () => {
  const id = await addContact('Number Contact', '+91 98200 00302', {
    secondaryContact: '+44 20 7946 0302',
  });
  await openContact(id, 'Number Contact');
  const details = region('Details');
  expect(
    await details
      .getByRole('link', { name: 'WhatsApp: +91 98200 00302', exact: true })
      .getAttribute('href'),
  ).toBe('https://wa.me/919820000302');
  expect(
    await details
      .getByRole('link', { name: 'Call: +44 20 7946 0302', exact: true })
      .getAttribute('href'),
  ).toBe('tel:+442079460302');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await details.getByRole('button', { name: 'Copy number: +91 98200 00302' }).click();
  await page.getByText('Copied +91 98200 00302').first().waitFor();
});

test('As a contacts manager I add notes one by one, and delete only my own', async () => {
  const id = await addContact('Noted Contact', '+91 98200 00303');
  await owner.post(`${API}/contacts/${id}/notes`, { text: 'By somebody else' });
  await openContact(id, 'Noted Contact');
  const notes = region('Team notes');
  await notes.getByText('By somebody else').waitFor();
  await notes.getByRole('button', { name: 'Add note' }).click();
  await notes.getByText('Write something before you save the note.').waitFor();
  for (const text of ['Called on Monday', 'Called on Tuesday']) {
    await notes.getByLabel('New note').fill(text);
    await notes.getByRole('button', { name: 'Add note' }).click();
    await notes.getByRole('listitem').filter({ hasText: text }).waitFor();
  }
  const texts = await notes.getByRole('listitem').allInnerTexts();
  expect(texts[0]).toContain('Called on Tuesday');
  expect(texts[0]).toContain('Maya Manager');
  expect(await notes.getByRole('button', { name: /^Delete the note/ }).count()).toBe(2);
  await notes
    .getByRole('button', { name: /^Delete the note/ })
    .first()
    .click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await notes.getByText('Called on Tuesday').waitFor({ state: 'detached' });
  await notes.getByText('Called on Monday').waitFor();
});

const REFUSED = {
  status: 400,
  json: { data: null, error: { status: 400, name: 'ValidationError', message: '', details: {} } },
};

test('… and see a note before the server has it; refused, it goes and what I typed is back', async () => {
  const id = await addContact('Noted At Once', '+91 98200 00310');
  await openContact(id, 'Noted At Once');
  const notes = region('Team notes');
  const field = notes.getByLabel('New note');
  const add = notes.getByRole('button', { name: 'Add note' });
  const items = notes.getByRole('listitem');
  const address = new RegExp(`/contacts/${id}/notes$`);
  const held: Route[] = [];
  await page.route(address, (route) => void held.push(route));

  await field.fill('Sent at once');
  await add.click();
  await items.filter({ hasText: 'Sent at once' }).waitFor();
  expect(await field.inputValue()).toBe('');
  await field.fill('Begun meanwhile');
  expect(held).toHaveLength(1);
  await held[0]?.fulfill(REFUSED);
  await items.filter({ hasText: 'Sent at once' }).waitFor({ state: 'detached' });
  expect(await field.inputValue()).toBe('Sent at once\nBegun meanwhile');
  await notes.getByRole('alert').or(notes.locator('[data-strapi-field-error]')).first().waitFor();

  await page.unroute(address);
  await add.click();
  await notes.getByRole('button', { name: /^Delete the note/ }).waitFor();
  await page.route(new RegExp(`/contacts/${id}/notes/`), (route) => route.fulfill(REFUSED));
  await notes.getByRole('button', { name: /^Delete the note/ }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await items.filter({ hasText: 'Begun meanwhile' }).waitFor();
  expect((await owner.get(`${API}/contacts/${id}/notes`)).results).toHaveLength(1);
});

test('As a contacts manager I go through a list contact by contact, across its pages, and come back', async () => {
  await open('active?search=an&sort=name:asc&pageSize=10&page=2');
  const names = (await rows().locator('td:nth-child(2) a').allInnerTexts()).map((name) =>
    name.trim(),
  );
  expect(names).toHaveLength(10);
  await rows().nth(0).getByRole('link').first().click();
  await heading(names[0]!);
  await page.getByRole('button', { name: /^Next contact/ }).click();
  await heading(names[1]!);
  await page.keyboard.press('Alt+ArrowDown');
  await heading(names[2]!);
  for (const name of [names[1], names[0]]) {
    await page.keyboard.press('Alt+ArrowUp');
    await heading(name!);
  }
  await page.keyboard.press('Alt+ArrowUp');
  await page.waitForFunction(
    (name) => document.querySelector('h1')?.textContent !== name,
    names[0],
  );
  const before = await page.getByRole('heading', { level: 1 }).innerText();
  expect(before.localeCompare(names[0]!, 'en')).toBeLessThanOrEqual(0);
  await page.getByLabel('New note').focus();
  await page.keyboard.press('Alt+ArrowDown');
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await page.waitForURL(/search=an&sort=name%3Aasc&page=2&pageSize=10/);
  await settle();
  expect((await rows().nth(0).locator('td:nth-child(2)').innerText()).trim()).toBe(names[0]);
});

test('As a contacts manager I block somebody from the page and read who did it, when and why', async () => {
  const id = await addContact('Blocked Contact', '+91 98200 00304');
  await openContact(id, 'Blocked Contact');
  await page.getByRole('button', { name: 'Block', exact: true }).click();
  await page.getByRole('dialog').getByLabel('Reason').fill('Sent spam');
  await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
  const status = region('Status');
  await status.getByText(/^Blocked by Maya Manager, /).waitFor();
  await status.getByText('Reason: Sent spam').waitFor();
  await page.getByRole('button', { name: 'Unblock', exact: true }).waitFor();
  await page.getByRole('button', { name: 'Move to bin', exact: true }).waitFor();
});

test('As a contacts manager I see which import a contact came with', async () => {
  await open('active?sort=createdAt:asc');
  await rows().nth(0).getByRole('link').first().click();
  await region('Status')
    .getByText(/^By an import of Maya Manager/)
    .waitFor();
  await region('Status')
    .getByRole('link', { name: /^Show the import of/ })
    .click();
  await page.waitForURL(/imports\//);
});

test('Two people edit one contact: the second sees both versions and chooses, nothing is lost', async () => {
  const id = await addContact('Shared Page', '+91 98200 00305', {
    email: 'before@example.com',
    notes: 'Before',
  });
  const other = await browser.signIn('contacts-agent');
  await openContact(id, 'Shared Page');
  await openContact(id, 'Shared Page', other);
  await page.getByRole('button', { name: 'Edit Notes', exact: true }).click();
  await page.getByLabel('Notes', { exact: true }).fill('Mine');

  await editField('Notes', 'Theirs', other);
  await region('Details', other).getByText('Theirs').waitFor();
  await editField('Email Address', 'theirs@example.com', other);
  await region('Details', other).getByText('theirs@example.com').waitFor();

  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog');
  const choice = dialog.getByRole('group', { name: 'Notes' });
  await choice.getByLabel(/^Yours\s*Mine$/).waitFor();
  await choice.getByLabel(/^Theirs, by Arun Agent, .*(second|now|minute).*Theirs$/s).waitFor();
  await dialog.getByText('Meanwhile Arun Agent changed Email Address.').waitFor();
  await takePicture(page, 'conflict');
  expect(await readContact(id)).toMatchObject({ notes: 'Theirs', email: 'theirs@example.com' });
  const save = dialog.getByRole('button', { name: 'Save my choices' });
  expect(await save.isDisabled()).toBe(true);
  await choice.getByLabel(/^Yours/).check();
  await save.click();
  await region('Details').getByText('Mine').waitFor();
  expect(await readContact(id)).toMatchObject({ notes: 'Mine', email: 'theirs@example.com' });
  await region('Details').getByText('theirs@example.com').waitFor();

  // Not the same field: both are kept, and the second person is told.
  await page.getByRole('button', { name: 'Edit Email Address', exact: true }).click();
  await page.getByLabel('Email Address', { exact: true }).fill('mine@example.com');
  await editField('Name', 'Shared Page Anew', other);
  await heading('Shared Page Anew', other);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Meanwhile Arun Agent changed Name.').first().waitFor();
  expect(await readContact(id)).toMatchObject({
    name: 'Shared Page Anew',
    email: 'mine@example.com',
  });
  await other.context().close();
});

test('… and of a custom field, which is edited where it stands as well', async () => {
  const { data: field } = await owner.post(`${API}/custom-fields`, { label: 'Desk', type: 'text' });
  try {
    const id = await addContact('Desk Page', '+91 98200 00309');
    await openContact(id, 'Desk Page');
    await editField('Desk', 'Window');
    await region('Details').getByText('Window').waitFor();
    await editField('Desk', '');
    await region('Details').getByText('Window').waitFor({ state: 'detached' });
    expect((await readContact(id)).customFields).toBeNull();

    await page.getByRole('button', { name: 'Edit Desk', exact: true }).click();
    await page.getByLabel('Desk', { exact: true }).fill('Mine');
    await owner.put(`${API}/contacts/${id}`, { customFields: { desk: 'Theirs' } });
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    const choice = page.getByRole('dialog').getByRole('group', { name: 'Desk' });
    await choice.getByLabel(/^Theirs/).check();
    await page.getByRole('dialog').getByRole('button', { name: 'Save my choices' }).click();
    await region('Details').getByText('Theirs').waitFor();
    expect((await readContact(id)).customFields).toEqual({ desk: 'Theirs' });
  } finally {
    // Other files of the run share the server, and expect the form of a new one.
    await owner.delete(`${API}/custom-fields/${field.documentId}`);
  }
});

test('… in the form as well', async () => {
  const id = await addContact('Shared Form', '+91 98200 00306', { notes: 'Before' });
  await page.goto(`${ROOT}/edit/${id}`);
  await heading('Shared Form');
  await owner.put(`${API}/contacts/${id}`, { notes: 'Theirs' });
  await page.getByLabel('Name').fill('Shared Form Anew');
  await page.getByLabel('Notes').fill('Mine');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog
    .getByRole('group', { name: 'Notes' })
    .getByLabel(/^Theirs/)
    .check();
  await dialog.getByRole('button', { name: 'Save my choices' }).click();
  await page.getByText('Saved Shared Form Anew.').first().waitFor();
  expect(await readContact(id)).toMatchObject({ name: 'Shared Form Anew', notes: 'Theirs' });
});

test('As an agent I am offered the fields, but no status verb that I may not use', async () => {
  const id = await addContact('Agent Contact', '+91 98200 00307');
  const agent = await browser.signIn('contacts-agent');
  await openContact(id, 'Agent Contact', agent);
  const group = agent.getByRole('group', { name: 'Actions for Agent Contact' });
  expect(await group.getByRole('button').allInnerTexts()).toEqual(['Add to Group']);
  await group.getByRole('link', { name: 'Edit' }).click();
  await agent.waitForURL(/edit\//);
  await agent.getByRole('link', { name: 'Back to the contact' }).click();
  await heading('Agent Contact', agent);
  await agent.context().close();
});

test('The page reads well in a narrow window and in the dark', async () => {
  const id = await addContact(`Narrow ${'W'.repeat(200)}`, '+91 98200 00308', {
    notes: 'n'.repeat(300),
  });
  for (const [colorScheme, width] of [
    ['light', 1440],
    ['dark', 1440],
    ['light', 400],
    ['dark', 400],
  ] as const) {
    const window = await browser.signIn('contacts-manager', { colorScheme, width });
    await window.goto(`${ROOT}/contacts/${id}`);
    await region('Team notes', window).getByText('No notes yet.').waitFor();
    await takePicture(window, `contact ${colorScheme} ${width}`);
    const overflow = await window
      .locator('html')
      .evaluate((node) => node.scrollWidth - node.clientWidth);
    expect(overflow).toBe(0);
    await window.context().close();
  }
});

test('nothing of ours was written to the console as an error', () => {
  expect(browser.consoleErrors()).toEqual([]);
});
