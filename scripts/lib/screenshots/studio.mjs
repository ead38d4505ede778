import { chromium } from 'playwright-core';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('../accounts.mjs').Account} Account */
/** @typedef {import('../accounts.mjs').Role} Role */
/**
 * @typedef {{
 *   name: string,
 *   title: string,
 *   notice: string,
 *   role?: Role,
 *   height?: number,
 *   before?: 'people',
 *   arrange: (page: Page, studio: Studio) => Promise<void>,
 * }} Shot `notice`: what to see in it, for the gallery; `height`: of the wide window;
 *   `before: 'people'`: taken while the directory is still empty
 */
/**
 * @typedef {{
 *   workbook: string,
 *   open: (shot: Shot) => Promise<Page>,
 *   close: () => Promise<void>,
 * }} Studio `workbook`: the file with problem rows
 */

/** Each shot is arranged once and photographed in all of these. */
export const VARIANTS = /** @type {const} */ ([
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 1440 },
  { scheme: 'light', width: 400 },
  { scheme: 'dark', width: 400 },
]);
const NARROW_HEIGHT = 800;
const WIDE_HEIGHT = 900;

/** @param {{ name: string }} shot @param {(typeof VARIANTS)[number]} variant */
export const fileName = ({ name }, { scheme, width }) => `${name}-${scheme}-${width}.png`;

/** @param {Shot} shot @param {(typeof VARIANTS)[number]} variant */
const viewportOf = ({ height = WIDE_HEIGHT }, { width }) => ({
  width,
  height: width < 1000 ? Math.max(NARROW_HEIGHT, height) : height,
});

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
    async open(shot) {
      const { role = 'contacts-manager' } = shot;
      const session = sessions.get(role);
      const context = await browser.newContext({
        baseURL: url,
        locale: 'en-GB',
        timezoneId: 'Europe/Berlin',
        deviceScaleFactor: 1,
        colorScheme: VARIANTS[0].scheme,
        viewport: viewportOf(shot, VARIANTS[0]),
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

/**
 * The pictures of a page that its shot has arranged.
 * @param {Page} page @param {Shot} shot @param {(file: string) => string} pathOf
 * @returns {Promise<string[]>} the files
 */
export async function photograph(page, shot, pathOf) {
  const files = [];
  for (const variant of VARIANTS) {
    await page.emulateMedia({ colorScheme: variant.scheme });
    await page.setViewportSize(viewportOf(shot, variant));
    // Away from the button that was clicked last, which would show as hovered.
    await page.mouse.move(0, 0);
    const file = pathOf(fileName(shot, variant));
    await page.screenshot({ path: file, animations: 'disabled', caret: 'hide' });
    files.push(file);
  }
  return files;
}
