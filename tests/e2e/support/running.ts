import type { Page } from 'playwright-core';

interface Operation {
  reason: string | null;
}

const asRunning = (operation: Operation) => ({
  ...operation,
  state: 'running',
  progress: 0.4,
  undo: { state: 'running' },
});

/**
 * Shows the change with this reason as if two fifths of it were done, until what this answers is called: real ones
 * are over before one can look.
 */
export async function holdChange(page: Page, reason: string): Promise<() => void> {
  const pattern = /\/contacts-manager\/operations(\/[^/?]+)?(\?|$)/;
  let isHeld = true;
  const held = (operation: Operation) =>
    operation.reason === reason ? asRunning(operation) : operation;
  await page.route(pattern, async (route) => {
    if (!isHeld || route.request().method() !== 'GET') return route.fallback();
    try {
      const response = await route.fetch();
      const answer: unknown = await response.json();
      const json = isList(answer)
        ? { ...answer, results: answer.results.map(held) }
        : held(answer as Operation);
      await route.fulfill({ response, json });
    } catch (error) {
      // A page that is left while it asks disposes of the answer: nobody waits for it any more.
      if (!/disposed|closed|canceled|cancelled/i.test(String(error))) throw error;
    }
  });
  // Taking the route away would leave a request without answer that is under way.
  return () => {
    isHeld = false;
  };
}

const isList = (answer: unknown): answer is { results: Operation[] } =>
  typeof answer === 'object' && answer !== null && 'results' in answer;
