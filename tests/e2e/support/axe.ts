import fs from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2, levels A and AA, with what 2.0 and 2.1 ask for. */
const RULES: RunOptions = {
  runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
  resultTypes: ['violations'],
};

/**
 * What is ours of a page: Strapi's menu and header bar, toasts and live regions around it are Strapi's own and
 * not for us to change. Menus and dialogs are drawn beside the page and belong to it.
 */
const OURS = [
  'main',
  '[role="dialog"]',
  '[role="alertdialog"]',
  // What came of the last changes, below every page.
  'aside[aria-label="Latest changes"]',
];
/** An open menu keeps the focus; what lies behind it is a screen of its own on the list. */
const MENU = '[role="menu"]';

const AXE = fs.readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

export interface Violation {
  rule: string;
  help: string;
  /** The first elements that break it, as HTML. */
  where: string[];
}

interface WindowWithAxe {
  axe: { run(context: { include: string[] }, options: RunOptions): Promise<AxeResults> };
}

/** Everything that axe-core finds wrong with what the page shows now. */
export async function findViolations(page: Page): Promise<Violation[]> {
  await holdStill(page);
  // As a script of the test and not of the page, whose policy forbids scripts from elsewhere.
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    async ([selectors, menu, options]) => {
      const { axe } = globalThis as typeof globalThis & WindowWithAxe;
      const isThere = (selector: string) => document.querySelector(selector) !== null;
      const include = isThere(menu) ? [menu] : selectors.filter(isThere);
      return axe.run({ include }, options);
    },
    [OURS, MENU, RULES] as const,
  );
  return violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    where: nodes.slice(0, 3).map(({ html, failureSummary }) => `${html}\n${failureSummary ?? ''}`),
  }));
}

/**
 * Colours are measured: what is being loaded anew is dimmed, fades would be caught half-way, and the design system's
 * buttons pale under the mouse.
 */
async function holdStill(page: Page): Promise<void> {
  await page.addStyleTag({
    content: `*, *::before, *::after { animation: none !important; transition: none !important; }
      [aria-busy='true'] * { opacity: 1 !important; }`,
  });
  await page.mouse.move(0, 0);
}

/** The panel follows the system from one moment to the next: no screen has to be opened twice. */
async function turn(page: Page, colorScheme: 'light' | 'dark'): Promise<void> {
  const background = () => getComputedStyle(document.body).backgroundColor;
  const before = await page.evaluate(background);
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (former) => getComputedStyle(document.body).backgroundColor !== former,
    before,
  );
}

/** What axe-core finds in light, and in dark. */
export async function findInBothSchemes(
  page: Page,
): Promise<Record<'light' | 'dark', Violation[]>> {
  const light = await findViolations(page);
  await turn(page, 'dark');
  const dark = await findViolations(page);
  await turn(page, 'light');
  return { light, dark };
}
