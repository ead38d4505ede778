/* global document -- part of this file runs in the page */
import { chromium } from 'playwright-core';
import { ensureChromium } from '../scripts/lib/chromium.mjs';
import { say } from '../scripts/lib/say.mjs';
import { watchPage } from './lib/browser-watch.mjs';
import { startInstallation } from './lib/installation.mjs';
import { summarise } from './lib/percentiles.mjs';
import { timed } from './lib/timing.mjs';

/**
 * A contacts manager's session in Chromium over a large directory on PostgreSQL: open, search, filter, page far,
 * select about a tenth, archive it with a reason, go on working while that is being done, and undo it.
 */

const ROOT = '/admin/plugins/contacts-manager';
const LAUNCH = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--no-first-run',
];
const PAGE_SIZE = 25;
const PATIENCE = 600_000;
const CLICKS = 50;
/** Of these, as many come while the change is being made. */
const CLICKS_MEANWHILE = 30;
const AIMS = { click: { atMost: 100 }, request: { atMost: 1_000 } };
/** Active members of these: of 1,000,000 people 112,500. */
const GROUPS = ['Group 2', 'Group 3', 'Group 4'];

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('./lib/installation.mjs').Installation} Installation
 */

/** @param {Page} page @param {{ email: string, password: string }} account */
async function signIn(page, { email, password }) {
  await page.goto('/admin/auth/login');
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: false }).first().fill(password);
  await page.getByRole('button', { name: 'Login' }).click();
  await page.getByRole('navigation').first().waitFor();
}

/** @param {Page} page */
const partsOf = (page) => ({
  rows: page.getByRole('table').locator('tbody tr[data-ticked]'),
  toolbar: page.getByRole('toolbar', { name: 'Bulk actions' }),
  dialog: page.getByRole('dialog'),
  notice: page.getByRole('status').filter({ has: page.getByRole('button') }),
  settled: async () => {
    await page.getByRole('table').waitFor();
    await page.locator('[aria-busy="true"]').first().waitFor({ state: 'detached' });
  },
});

/** Milliseconds until a list stands at an address. @param {Page} page @param {string} address */
const timeOpening = async (page, address) =>
  (
    await timed(async () => {
      await page.goto(`${ROOT}/${address}`);
      await partsOf(page).settled();
    })
  ).milliseconds;

/**
 * Clicks as people make them: ticking rows, turning pages, opening a menu, changing tabs, sorting.
 * @param {Page} page @param {number} count
 */
async function clickAround(page, count) {
  const { rows, settled } = partsOf(page);
  const openMenu = async () => {
    await rows
      .nth(3)
      .getByRole('button', { name: /^Actions for/ })
      .click();
    await page.getByRole('menuitem').first().waitFor();
    // While it is open, the rest of the page is out of reach.
    await page.keyboard.press('Escape');
  };
  const clicks = [
    () => rows.nth(0).getByRole('checkbox').click(),
    () => rows.nth(1).getByRole('checkbox').click(),
    () => page.getByRole('link', { name: 'Next page' }).click(),
    openMenu,
    () => page.getByRole('tab', { name: 'Archived' }).click(),
    () => page.getByRole('tab', { name: 'Active' }).click(),
    () => page.getByRole('button', { name: 'Created At' }).click(),
  ];
  for (let made = 0; made < count; made += 1) {
    await clicks[made % clicks.length]?.();
    await settled();
  }
}

/** @param {Page} page @param {string[]} groups documentIds */
async function selectMany(page, groups) {
  const { rows, toolbar, settled } = partsOf(page);
  await page.goto(`${ROOT}/active?${groups.map((id) => `groups=${id}`).join('&')}`);
  await settled();
  await rows.first().waitFor();
  await page.getByRole('checkbox', { name: 'Select all contacts on this page' }).click();
  await toolbar.getByRole('button', { name: /^Select (all .* that match|everything)/ }).click();
  await toolbar
    .getByText(/matches? (is|are)|that match/)
    .first()
    .waitFor();
}

/** @param {Page} page @returns {Promise<{ preview: number, confirm: number }>} milliseconds */
async function archiveSelected(page) {
  const { toolbar, dialog, notice } = partsOf(page);
  const preview = await timed(async () => {
    await toolbar.getByRole('button', { name: 'Archive', exact: true }).click();
    await dialog.getByText('will change').waitFor();
  });
  await dialog.getByLabel('Reason').fill('Season over');
  const confirm = await timed(async () => {
    await dialog.getByRole('button', { name: 'Archive', exact: true }).click();
    await notice.first().waitFor();
  });
  return { preview: preview.milliseconds, confirm: confirm.milliseconds };
}

/** Waits for a higher number, or for the end of a change that is too short to show one. @param {Page} page */
async function progressRises(page) {
  const read = () =>
    page.evaluate(() =>
      document.querySelector('[role=progressbar]')?.getAttribute('aria-valuenow'),
    );
  const first = await read();
  for (let now = first; now && Number(now) <= Number(first); now = await read()) {
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/** @param {Installation} installation */
async function groupIds({ admin }) {
  const { results } = await admin.get('/contacts-manager/groups');
  return GROUPS.map(
    (name) => results.find((/** @type {{ name: string }} */ one) => one.name === name).documentId,
  );
}

/**
 * @param {Page} page @param {Installation} installation
 * @param {{ rows: number, figure: (what: string, value: number, more?: object) => void }} options
 */
async function workThrough(page, installation, { rows, figure }) {
  const { notice } = partsOf(page);
  const watch = await watchPage(page);
  const account = installation.accounts.find(({ role }) => role === 'contacts-manager');
  if (!account) throw new Error('There is no contacts manager.');
  await signIn(page, account);
  await timeOpening(page, 'active');
  await watch.forgetClicks();

  figure('open Active', await timeOpening(page, 'active'));
  await clickAround(page, CLICKS - CLICKS_MEANWHILE);
  await watch.clicks();
  const groups = await groupIds(installation);
  figure('search for a name', await timeOpening(page, 'active?search=Asha%20Rao'));
  figure('filter by a group', await timeOpening(page, `active?groups=${groups[0]}`));
  const far = Math.max(2, Math.floor(rows / PAGE_SIZE / 2));
  figure(
    `page ${far.toLocaleString('en')} of Active`,
    await timeOpening(page, `active?page=${far}`),
  );

  await selectMany(page, groups);
  watch.slowestRequest();
  const { preview, confirm } = await archiveSelected(page);
  figure('what archiving would do, asked before confirming', preview);
  figure('from confirming to its progress in sight', confirm);
  const starting = watch.slowestRequest();
  figure('slowest request of the dry run and the start', starting.milliseconds, {
    note: starting.what,
  });
  const archived = await timed(async () => {
    await progressRises(page);
    await page.getByRole('tab', { name: 'Archived' }).click();
    await page.getByRole('tab', { name: 'Active' }).click();
    await clickAround(page, CLICKS_MEANWHILE - 2);
    await notice.getByText(/^Archived [\d,]+ contacts/).waitFor({ timeout: PATIENCE });
  });
  const duringArchive = watch.slowestRequest();
  figure('archive, from confirming to its end', archived.milliseconds + confirm);
  const undone = await timed(async () => {
    await notice.getByRole('button', { name: 'Undo' }).click();
    await notice.getByText(/^Took [\d,]+ contacts back/).waitFor({ timeout: PATIENCE });
  });
  figure('undo, from the click to its end', undone.milliseconds);
  const duringUndo = watch.slowestRequest();
  const clicks = summarise(await watch.clicks());
  figure(`${CLICKS} clicks to the first visible change, p95`, clicks.p95, {
    aim: AIMS.click,
    note: `${clicks.count} counted, p50 ${Math.round(clicks.p50)} ms, slowest ${Math.round(clicks.max)} ms`,
  });
  const slowest = duringArchive.milliseconds > duringUndo.milliseconds ? duringArchive : duringUndo;
  figure('slowest request while the changes are made', slowest.milliseconds, {
    ...{ aim: AIMS.request, note: slowest.what },
  });
}

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export default async function benchBrowser({ client, title, rows = 1_000_000, databases, report }) {
  if (client !== 'postgres') {
    say('The session in a browser is measured on PostgreSQL.');
    return;
  }
  const executablePath = await ensureChromium();
  const installation = await startInstallation(await databases.createSeeded(rows));
  const browser = await chromium.launch({ headless: true, args: LAUNCH, executablePath });
  try {
    report.fact('Chromium', browser.version());
    const page = await browser.newPage({
      baseURL: installation.url,
      viewport: { width: 1440, height: 900 },
    });
    page.setDefaultTimeout(60_000);
    const group = `${title}, ${rows.toLocaleString('en')} contacts, in Chromium`;
    await workThrough(page, installation, {
      rows,
      figure: (what, value, more = {}) =>
        report.figure({ group, what, value, unit: 'ms', digits: 0, ...more }),
    });
  } finally {
    await browser.close();
    await installation.stop();
  }
}
