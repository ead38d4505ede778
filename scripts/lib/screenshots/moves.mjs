/** What the shots do in the browser. */

/** @typedef {import('playwright-core').Page} Page */

export const ROOT = '/admin/plugins/contacts-manager';

/** @param {Page} page */
export async function settle(page) {
  await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page @param {string} address below the plugin's own */
export async function openList(page, address) {
  await page.goto(`${ROOT}/${address}`);
  await page.getByRole('table').waitFor();
  await settle(page);
}

/** @param {Page} page @param {string} entry of the menu More beside the tabs */
export async function openMore(page, entry) {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: entry, exact: true }).click();
}

/** @param {Page} page @param {string} name @param {string} verb */
export async function pickFromMenu(page, name, verb) {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: verb, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await settle(page);
}

/** @param {Page} page @param {string} file */
export async function uploadWorkbook(page, file) {
  await page.goto(`${ROOT}/imports/new`);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: /^Add \d+ contacts/ }).waitFor();
  await settle(page);
}

/** @param {Page} page */
export async function fillThreeEntries(page) {
  await page.goto(`${ROOT}/new`);
  const people = [
    ['Leila Farouk', '+20 100 555 7201'],
    ['Mateo Rojas', '+234 802 196 4073'],
    ['Noor van Dijk', '+31 6 55'],
  ];
  for (const [index, [name = '', phone = '']] of people.entries()) {
    if (index > 0) await page.getByRole('button', { name: 'Add More Contact' }).click();
    const entry = index > 0 ? page.getByRole('region', { name: `Contact ${index + 1}` }) : page;
    await entry.getByLabel('Name').first().fill(name);
    await entry.getByLabel('Primary Contact').first().fill(phone);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('This number is already').waitFor();
  await page.getByText('This is not a valid phone number.').waitFor();
  await settle(page);
}
