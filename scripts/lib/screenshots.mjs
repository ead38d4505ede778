import ExcelJS from 'exceljs';
import { chromium } from 'playwright-core';

/**
 * What `npm run screenshots` photographs, in the order of docs/screenshots/README.md. Names, numbers and
 * addresses are those of the fictional demo people.
 */

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./accounts.mjs').Account} Account */
/** @typedef {import('./accounts.mjs').Role} Role */
/**
 * @typedef {{
 *   name: string,
 *   role?: Role,
 *   scheme?: 'light' | 'dark',
 *   width?: number,
 *   height?: number,
 *   before?: 'people',
 *   arrange: (page: Page, studio: Studio) => Promise<void>,
 * }} Shot `before: 'people'`: taken while the directory is still empty
 */
/**
 * @typedef {{
 *   workbook: string,
 *   open: (shot: Shot) => Promise<Page>,
 *   close: () => Promise<void>,
 * }} Studio `workbook`: the file with problem rows
 */

const ROOT = '/admin/plugins/contacts-manager';
const LAUNCH = {
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
};

/**
 * A browser in which each person signs in once.
 * @param {{ executablePath: string, url: string, accounts: Account[], workbook: string }} options
 * @returns {Promise<Studio>}
 */
export async function openStudio({ executablePath, url, accounts, workbook }) {
  const browser = await chromium.launch({ ...LAUNCH, executablePath });
  /** @type {Map<Role, Awaited<ReturnType<import('playwright-core').BrowserContext['storageState']>>>} */
  const sessions = new Map();
  return {
    workbook,
    async open({ role = 'contacts-manager', scheme = 'light', width = 1280, height = 800 }) {
      const session = sessions.get(role);
      const context = await browser.newContext({
        baseURL: url,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        deviceScaleFactor: 1,
        colorScheme: scheme,
        viewport: { width, height },
        ...(session ? { storageState: session } : {}),
      });
      const page = await context.newPage();
      if (!session) {
        const account = accounts.find((entry) => entry.role === role);
        if (!account) throw new Error(`There is no account for ${role}.`);
        await fillInLogin(page, account);
        sessions.set(role, await context.storageState());
      }
      return page;
    },
    close: () => browser.close(),
  };
}

/** @param {Page} page @param {Account} account */
async function fillInLogin(page, { email, password }) {
  await page.goto('/admin/auth/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** Some people in every tab. @param {import('./admin-client.mjs').AdminClient} manager */
export async function arrangePeople(manager) {
  const found = async (/** @type {string} */ search) =>
    (await manager.get(`/contacts-manager/contacts?search=${search}&pageSize=6`)).results.map(
      (/** @type {{ documentId: string }} */ { documentId }) => documentId,
    );
  const change = (
    /** @type {string} */ action,
    /** @type {string[]} */ ids,
    /** @type {string} */ reason,
  ) =>
    manager.post('/contacts-manager/contacts/bulk', {
      action,
      selection: { kind: 'ids', ids },
      reason,
    });
  const maries = await found('mari');
  await change('archive', maries.slice(0, 3), 'Course finished');
  await change('block', maries.slice(3, 4), 'Asked us not to write any more');
  await change('archive', (await found('ali')).slice(0, 2), 'Moved away');
  await change('block', await found('Xiomara'), 'Sent advertising to the whole class');
  await describe(manager, 'groups', GROUPS);
  await describe(manager, 'categories', CATEGORIES);
}

/** @typedef {Record<string, [color: string, description: string]>} Descriptions */

/** @type {Descriptions} */
const GROUPS = {
  'Alumni network': ['#6366f1', 'Everybody who has finished a course'],
  'Careers fair': ['#3b82f6', 'Invited to the fair in spring'],
  'Certificate course': ['#30a46c', 'Runs until summer'],
  Choir: ['#9b51e0', 'Rehearses on Tuesdays'],
  'Degree 2026': ['#f76b15', 'Finishes in 2026'],
  'Degree 2027': ['#f76b15', 'Finishes in 2027'],
  'Degree 2028': ['#f76b15', 'Finishes in 2028'],
};
/** @type {Descriptions} */
const CATEGORIES = {
  Alumni: ['#6366f1', 'Has finished a course'],
  Customer: ['#3b82f6', 'Buys in the shop'],
  Inbound: ['#8e8ea9', 'Wrote to us first'],
  Lead: ['#f76b15', 'Asked about a course'],
  Student: ['#30a46c', 'Is on a course'],
};

/**
 * @param {import('./admin-client.mjs').AdminClient} manager
 * @param {'groups' | 'categories'} kind @param {Descriptions} descriptions
 */
async function describe(manager, kind, descriptions) {
  const { results } = await manager.get(`/contacts-manager/${kind}`);
  for (const { documentId, name } of results) {
    const [color, description] = descriptions[name] ?? [];
    if (color) await manager.put(`/contacts-manager/${kind}/${documentId}`, { color, description });
  }
}

/**
 * A file as people send it: new people, one who is there, an unknown group, a misspelt category and one
 * problem of each everyday kind.
 * @param {string} file
 */
export async function writeProblemWorkbook(file) {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('Contacts').addRows([
    ['Name', 'Category', 'Primary Contact', 'Secondary Contact', 'Email', 'Groups', 'Notes'],
    ['Amara Nwosu', 'Student', '+234 803 555 7101', '', 'amara@example.com', 'Degree 2028', ''],
    ['Bruno Castellani', 'Student', '+39 347 555 7102', '', '', 'Degree 2028, Choir', ''],
    ['Chiara Lombardi', 'Student', '+39 347 55', '', 'chiara@example.com', 'Degree 2028', ''],
    ['Dae-jung Kim', 'Studnet', '+82 10 5557 7104', '', '', 'Degree 2028', ''],
    ['Zephyrine Okonkwo-Lindqvist', 'Student', '+234 802 196 4073', '', '', 'Degree 2026', ''],
    ['Emeka Adeyemi', 'Student', '9.19877E+11', '', 'emeka@example.com', 'Degree 2028', ''],
    ['Farah Haddad', 'Student', '+971 50 555 7107', '', 'farah(at)example.com', 'Hostel', ''],
    ['Goran Petrov', 'Student', '+359 88 555 7108', '', '', 'Rowing club', ''],
    ['Amara N.', 'Student', '00234 803 555 7101', '', '', 'Degree 2028', ''],
    ['Hana Suzuki', 'Student', '+81 90 5557 7110', '', 'hana@example.com', 'Hostel', ''],
    ['Ines Moreau', 'Parent', '+33 6 55 57 71 11', '', '', 'Newsletter', 'Mother of Louis'],
  ]);
  await workbook.xlsx.writeFile(file);
}

/** @param {Page} page */
async function settle(page) {
  await page.locator('[aria-busy="true"]').waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
}

/** @param {Page} page @param {string} address below the plugin's own */
async function openList(page, address) {
  await page.goto(`${ROOT}/${address}`);
  await page.getByRole('table').waitFor();
  await settle(page);
}

/** @param {Page} page @param {string} name @param {string} verb */
async function pickFromMenu(page, name, verb) {
  await page.getByRole('button', { name: `Actions for ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: verb, exact: true }).click();
  await page.getByRole('dialog').waitFor();
  await settle(page);
}

/** @param {Page} page @param {string} file */
async function uploadWorkbook(page, file) {
  await page.goto(`${ROOT}/imports/new`);
  await page.locator('input[type="file"]').setInputFiles(file);
  await page.getByRole('button', { name: /^Add \d+ contacts/ }).waitFor();
  await settle(page);
}

/** @param {Page} page */
async function fillThreeEntries(page) {
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

/** @type {Shot[]} */
export const SHOTS = [
  {
    name: 'empty',
    before: 'people',
    async arrange(page) {
      await page.goto(`${ROOT}/active`);
      await page.getByText('No contacts yet.').waitFor();
      await settle(page);
    },
  },
  { name: 'list', width: 1440, height: 900, arrange: (page) => openList(page, 'active') },
  {
    name: 'list-dark',
    scheme: 'dark',
    width: 1440,
    height: 900,
    arrange: (page) => openList(page, 'active'),
  },
  { name: 'list-768', width: 768, height: 960, arrange: (page) => openList(page, 'active') },
  { name: 'list-400', width: 400, height: 800, arrange: (page) => openList(page, 'active') },
  {
    name: 'search',
    width: 1440,
    height: 720,
    arrange: (page) => openList(page, 'active?search=mari'),
  },
  {
    name: 'bulk-toolbar',
    height: 640,
    async arrange(page) {
      await openList(page, 'active');
      for (const index of [0, 1, 3, 4]) {
        await page.locator('tbody tr[data-ticked]').nth(index).getByRole('checkbox').check();
      }
      await page.getByText('4 contacts selected').waitFor();
    },
  },
  {
    name: 'archive-dialog',
    height: 640,
    async arrange(page) {
      await openList(page, 'active?search=zephyr');
      await pickFromMenu(page, 'Zephyrine Okonkwo-Lindqvist', 'Archive');
      await page.getByText('In 2 groups').waitFor();
    },
  },
  {
    name: 'block-dialog',
    height: 640,
    async arrange(page) {
      await openList(page, 'active?search=quillfea');
      await pickFromMenu(page, 'Ødegård Quillfeather', 'Block');
      await page.getByText('In 2 groups').waitFor();
      await page.getByRole('dialog').getByRole('button', { name: 'Block', exact: true }).click();
      await page.getByText('Enter a reason for blocking.').waitFor();
    },
  },
  {
    name: 'unblock-dialog',
    height: 640,
    async arrange(page) {
      await openList(page, 'blocked?search=vandersl');
      await pickFromMenu(page, 'Xiomara Vandersloot', 'Unblock');
      await page.getByText(/^Blocked by /).waitFor();
      await page.getByText('In 2 groups').waitFor();
    },
  },
  { name: 'add-form', height: 1500, arrange: fillThreeEntries },
  { name: 'groups', arrange: (page) => openList(page, 'groups') },
  { name: 'categories', height: 720, arrange: (page) => openList(page, 'categories') },
  {
    name: 'import-upload',
    async arrange(page) {
      await page.goto(`${ROOT}/imports/new`);
      await page.getByText('Drop an Excel or CSV file here').waitFor();
      await settle(page);
    },
  },
  {
    name: 'import-review',
    width: 1440,
    height: 1500,
    arrange: (page, { workbook }) => uploadWorkbook(page, workbook),
  },
  {
    name: 'import-result',
    height: 900,
    async arrange(page, { workbook }) {
      await uploadWorkbook(page, workbook);
      await page.getByRole('button', { name: /^Add \d+ contacts/ }).click();
      await page.getByText(/^\d+ contacts added/).waitFor();
      await settle(page);
    },
  },
  {
    name: 'no-permission',
    role: 'contacts-agent',
    height: 600,
    async arrange(page) {
      await page.goto(`${ROOT}/categories`);
      await page
        .getByText(/permission/i)
        .first()
        .waitFor();
      await settle(page);
    },
  },
];
