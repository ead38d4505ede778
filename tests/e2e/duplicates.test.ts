import type { Locator, Page } from 'playwright-core';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { panelOf, ROOT } from './support/panel';

/** Likely same persons, and groups that turn out to be one. */
let browser: TestBrowser;
let page: Page;

const LEFT = { name: 'Twice Noted', phone: '+919845011111' };
const RIGHT = { name: 'Noted Once More', phone: '+919845022222' };
const EMAIL = 'twice.noted@example.com';

beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.signIn('contacts-manager');
  for (const person of [LEFT, RIGHT]) await addPerson(person);
});
afterAll(() => browser.close());

const { dialog, notice, pick } = panelOf(() => page);
const row = (name: string): Locator =>
  page.getByRole('row').filter({ has: page.getByRole('link', { name, exact: true }) });

async function addPerson({ name, phone }: { name: string; phone: string }): Promise<void> {
  await page.goto(`${ROOT}/new`);
  await page.getByLabel('Name').first().fill(name);
  await page.getByLabel('Primary Contact').first().fill(phone);
  await page.getByLabel('Email Address').first().fill(EMAIL);
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.waitForURL(/\/active/);
}
async function addGroup(name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add Group' }).first().click();
  await dialog().getByLabel('Name').fill(name);
  await dialog().getByRole('button', { name: 'Add Group' }).click();
  await row(name).waitFor();
}
const mergeButton = (): Locator =>
  page.getByRole('button', { name: `Merge ${LEFT.name} and ${RIGHT.name}` });

test('As a contacts manager I can merge two contacts that are one person, and separate them again', async () => {
  await page.goto(`${ROOT}/active`);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Duplicates' }).click();
  await mergeButton().waitFor();
  await page.getByText('Same e-mail address').first().waitFor();
  await takePicture(page, 'duplicates');
  await mergeButton().click();
  await dialog().getByRole('radiogroup', { name: 'Name' }).getByText(RIGHT.name).click();
  await dialog().getByText('What happens').waitFor();
  await takePicture(page, 'duplicates merge');
  await dialog().getByRole('button', { name: 'Merge', exact: true }).click();
  await notice().getByText('Made one contact of two.').waitFor();
  await mergeButton().waitFor({ state: 'detached' });

  await notice().getByRole('button', { name: 'Undo' }).click();
  await notice().getByText('Took 2 contacts back to what they were.').waitFor();
  await page.goto(`${ROOT}/duplicates`);
  await mergeButton().waitFor();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Duplicates \d+ pairs?$/ }).waitFor();
  await page.keyboard.press('Escape');
});

test('… or say that they are not the same person', async () => {
  const dismiss = page.getByRole('button', {
    name: `${LEFT.name} and ${RIGHT.name} are not the same person`,
  });
  await dismiss.click();
  await dismiss.waitFor({ state: 'detached' });
  await page.reload();
  await page.getByRole('heading', { name: 'Duplicates' }).waitFor();
  expect(await dismiss.count()).toBe(0);
});

test('As a contacts manager I can add people to a group by their numbers', async () => {
  await page.goto(`${ROOT}/groups`);
  await page.getByRole('table').waitFor();
  await addGroup('Pasted people');
  await pick('Pasted people', 'Add people');
  await dialog().getByRole('tab', { name: 'Paste numbers' }).click();
  await dialog().getByLabel('Phone numbers').fill(`${LEFT.phone}\n+91 98450 22222\n+919845033333`);
  await dialog().getByRole('button', { name: 'Find 3 numbers' }).click();
  await dialog().getByText('2 contacts found').waitFor();
  await dialog().getByText('1 number not found').waitFor();
  await takePicture(page, 'groups paste');
  await dialog().getByRole('button', { name: 'Add 2 contacts' }).click();
  await notice().getByText('Added 2 contacts to groups.').waitFor();
  await row('Pasted people').getByRole('link', { name: '2 active contacts' }).waitFor();
});

test('As a contacts manager I can merge two groups, and take it back', async () => {
  await addGroup('The group that stays');
  await pick('Pasted people', 'Merge into another');
  await dialog().getByRole('combobox').click();
  await page.getByRole('option', { name: 'The group that stays' }).click();
  await dialog()
    .getByText(/^2 contacts move to/)
    .waitFor();
  await takePicture(page, 'groups merge');
  await dialog().getByRole('button', { name: 'Merge', exact: true }).click();
  await notice().getByText('Merged the groups: 2 contacts moved.').waitFor();
  await row('Pasted people').waitFor({ state: 'detached' });
  await row('The group that stays').getByRole('link', { name: '2 active contacts' }).waitFor();

  await notice().getByRole('button', { name: 'Undo' }).click();
  await notice().getByText('Took 2 contacts back to what they were.').waitFor();
  await row('Pasted people').getByRole('link', { name: '2 active contacts' }).waitFor();
});

test('As a contacts manager I can delete a group, and take it back from the notice', async () => {
  await pick('Pasted people', 'Delete');
  const question = page.getByRole('alertdialog');
  await question.getByRole('button', { name: /^Delete/ }).click();
  await notice()
    .getByText(/Pasted people.? is deleted\. 2 contacts have left it\./)
    .waitFor();
  await row('Pasted people').waitFor({ state: 'detached' });

  await notice().getByRole('button', { name: 'Undo' }).click();
  await notice().getByText('Took 2 contacts back to what they were.').waitFor();
  await row('Pasted people').getByRole('link', { name: '2 active contacts' }).waitFor();
});

test('The screens read in the dark and on a phone', async () => {
  const phone = await browser.signIn('contacts-manager', { colorScheme: 'dark', width: 400 });
  await phone.goto(`${ROOT}/duplicates`);
  await phone.getByRole('heading', { name: 'Duplicates' }).waitFor();
  await takePicture(phone, 'duplicates dark narrow');
  const overflow = await phone.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
});
