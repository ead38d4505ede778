import type { Locator } from 'playwright-core';

/** Where an element stands, in pixels of the window. */
export async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (!box) throw new Error('It is not on the page.');
  return { ...box, right: box.x + box.width, bottom: box.y + box.height };
}

/** How many pixels of its contents do not fit its width. */
export const overflowOf = (element: Locator): Promise<number> =>
  element.evaluate((node) => node.scrollWidth - node.clientWidth);
