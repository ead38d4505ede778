import type { Page } from 'playwright-core';
import { openBrowser, takePicture, type TestBrowser } from './support/browser';
import { boxOf, overflowOf } from './support/layout';
import { panelOf, ROOT } from './support/panel';

/** Contacts on the narrowest windows that people have. */
let browser: TestBrowser;
let page: Page;

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());
afterEach(() => page.context().close());

const { rows, settle } = panelOf(() => page);

describe.each([360, 400])('at %i pixels', (width) => {
  beforeEach(async () => {
    page = await browser.signIn('contacts-manager', { width });
  });

  test.each(['active', 'groups', 'history'])(
    '%s fits, and nothing scrolls sideways',
    async (tab) => {
      await page.goto(`${ROOT}/${tab}`);
      await page.getByRole('table').locator('tbody tr').first().waitFor();
      await settle();
      expect(await overflowOf(page.locator('html'))).toBe(0);
      expect(await overflowOf(page.getByRole('table').locator('..'))).toBe(0);
      await takePicture(page, `phone ${tab} ${width}`);
    },
  );

  test('the actions of a row stand beside what it holds, and More beside the tabs', async () => {
    await page.goto(`${ROOT}/active`);
    const row = rows().first();
    await row.waitFor();
    const actions = await boxOf(row.getByRole('button', { name: /^Actions for/ }));
    const outer = await boxOf(row);
    expect(actions.right).toBeLessThanOrEqual(outer.right);
    // What a contact does not have takes no place.
    for (const cell of await row.locator('td:visible').all()) {
      const box = await boxOf(cell);
      const isActions = box.x <= actions.x && box.right >= actions.right;
      if (!isActions) expect(box.right).toBeLessThanOrEqual(actions.x + 1);
    }
    const more = await boxOf(page.getByRole('button', { name: 'More', exact: true }));
    const tab = await boxOf(page.getByRole('tab', { name: /^Active/ }));
    expect(Math.abs(more.y + more.height / 2 - (tab.y + tab.height / 2))).toBeLessThan(10);
    expect(more.right).toBeLessThanOrEqual(width);
  });
});
