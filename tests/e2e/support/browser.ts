import fs from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { Account, Role } from '../../../scripts/lib/accounts.mjs';
import { createAdminClient, type AdminClient } from '../../../scripts/lib/admin-client.mjs';
import { inRoot } from '../../../scripts/lib/project.mjs';
import { watchConsole } from './console-errors';

/** The server that the set-up of this run started, and who may sign in there. */
export interface Installation {
  /** Such as http://127.0.0.1:40123. */
  url: string;
  accounts: Account[];
  /** Of each account, for requests that need no browser. */
  tokens: Record<Role, string>;
  /** Of this run; sessions of browsers are kept there from file to file. */
  folder: string;
}

export interface TestBrowser {
  installation: Installation;
  accountOf(role: Role): Account;
  /** The admin API as that person. */
  apiOf(role: Role): AdminClient;
  /** A new window, signed in as that person; the form is used once per person and run, then the session is. */
  signIn(
    role: Role,
    options?: { colorScheme?: 'light' | 'dark'; width?: number; timezoneId?: string },
  ): Promise<Page>;
  /** A new window in which nobody is signed in. */
  openAnonymous(): Promise<Page>;
  /** What the pages wrote to their consoles as errors, without those that Strapi always writes. */
  consoleErrors(): string[];
  close(): Promise<void>;
}

const LAUNCH = {
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
};
const PICTURES = inRoot('.tmp', 'e2e');
/** Milliseconds for anything to appear; a busy machine takes seconds for a first page. */
const PATIENCE = 20_000;
const HEIGHT = 900;
const WIDTH = 1440;

export function readInstallation(): Installation {
  const text = process.env.E2E_INSTALLATION;
  if (!text)
    throw new Error('E2E_INSTALLATION is not set: did the set-up of this run start a server?');
  return JSON.parse(text) as Installation;
}

/** One browser for a test file; close it in afterAll. */
export async function openBrowser(): Promise<TestBrowser> {
  const installation = readInstallation();
  const browser = await chromium.launch({
    ...LAUNCH,
    executablePath: process.env.CHROMIUM_PATH,
  });
  const errors: string[] = [];
  const sessionFile = (role: Role) => path.join(installation.folder, `session-${role}.json`);
  const accountOf = (role: Role) => {
    const account = installation.accounts.find((entry) => entry.role === role);
    if (!account) throw new Error(`There is no account for ${role}.`);
    return account;
  };
  const openPage = async (options: Parameters<Browser['newContext']>[0]) => {
    const context = await browser.newContext({
      baseURL: installation.url,
      viewport: { width: WIDTH, height: HEIGHT },
      acceptDownloads: true,
      ...options,
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    watchConsole(page, errors);
    return page;
  };
  globalThis.pictureFailure = (name) => picturePages(browser, name);

  return {
    installation,
    accountOf,
    apiOf: (role) => createAdminClient(installation.url, installation.tokens[role]),
    openAnonymous: () => openPage({}),
    async signIn(role, { colorScheme = 'light', width = WIDTH, timezoneId } = {}) {
      const file = sessionFile(role);
      const isKnown = fs.existsSync(file);
      const page = await openPage({
        colorScheme,
        viewport: { width, height: HEIGHT },
        ...(timezoneId && { timezoneId }),
        ...(isKnown ? { storageState: file } : {}),
      });
      if (!isKnown || !(await isSignedIn(page))) await fillInLogin(page, accountOf(role));
      await page.context().storageState({ path: file });
      return page;
    },
    consoleErrors: () => errors,
    close: async () => {
      globalThis.pictureFailure = undefined;
      await browser.close();
    },
  };
}

/** A session of another file may have been ended there. */
async function isSignedIn(page: Page): Promise<boolean> {
  await page.goto('/admin/');
  const menu = page.getByRole('navigation').first();
  await menu.or(page.getByLabel('Email')).first().waitFor();
  return menu.isVisible();
}

/** Signs in through the form, as people do. */
export async function fillInLogin(
  page: Page,
  { email, password }: { email: string; password: string },
): Promise<void> {
  await page.goto('/admin/auth/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** A picture for people to look at, in .tmp/e2e. */
export async function takePicture(page: Page, name: string): Promise<string> {
  fs.mkdirSync(PICTURES, { recursive: true });
  const file = path.join(PICTURES, `${name.replace(/[^\w-]+/g, '-').slice(0, 100)}.png`);
  await page.screenshot({ path: file });
  return file;
}

async function picturePages(browser: Browser, testName: string): Promise<void> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const [index, page] of pages.entries()) {
    const file = await takePicture(page, `failed ${testName} ${index + 1}`);
    console.error(`What the browser showed at ${page.url()}: ${path.relative(inRoot(), file)}`);
  }
}
