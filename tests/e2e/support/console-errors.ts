import type { Page } from 'playwright-core';

/** What the browser and Strapi's own panel write whatever we do; everything else is ours and fails a test that asks. */
const ALWAYS_THERE: RegExp[] = [
  // The browser's own line for a refused request; what the screen makes of it is what tests look at.
  /^Failed to load resource: the server responded with a status of 400 /,
];

/** Collects what a page reports as an error from now on. */
export function watchConsole(page: Page, errors: string[]): void {
  const keep = (text: string) => {
    if (!ALWAYS_THERE.some((pattern) => pattern.test(text))) errors.push(text);
  };
  page.on('console', (message) => {
    if (message.type() === 'error') keep(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => keep(error.stack ?? error.message));
}
