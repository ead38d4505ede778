import type { Page } from 'playwright-core';

/** What Strapi's own panel writes whatever we do; everything else is ours and fails a test that asks. */
const ALWAYS_THERE: RegExp[] = [];

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
