/* global window, document, Element, MutationObserver, requestAnimationFrame -- part of this file runs in the page */
/** @typedef {import('playwright-core').Page} Page */

/**
 * Runs in the page: from pressing the mouse to the frame that draws the first change of the document after it.
 * Tabs and menus act on the press, buttons and links on its release, which comes right after it here. Where the
 * focus may go (`tabindex`) and what stands in the head are no changes that anybody sees, and the progress of a change
 * is none that the click has made.
 */
function watchClicks() {
  /** @type {number[]} */
  const times = [];
  Reflect.set(window, 'benchClicks', times);
  const isSeen = (/** @type {MutationRecord} */ { attributeName, target }) => {
    const element = target instanceof Element ? target : target.parentElement;
    return attributeName !== 'tabindex' && !element?.closest('head, [role="status"]');
  };
  window.addEventListener(
    'pointerdown',
    (event) => {
      const observer = new MutationObserver((changes) => {
        if (!changes.some(isSeen)) return;
        observer.disconnect();
        requestAnimationFrame(() => times.push(performance.now() - event.timeStamp));
      });
      observer.observe(document, {
        ...{ subtree: true, childList: true, attributes: true, characterData: true },
      });
    },
    true,
  );
}

/**
 * Watches a page: how soon each click shows, and how long each request of the product takes.
 * @param {Page} page
 */
export async function watchPage(page) {
  /** @type {number[]} */
  let clicks = [];
  /** @type {{ what: string, milliseconds: number }[]} */
  let requests = [];
  await page.addInitScript(watchClicks);
  page.on('requestfinished', (request) => {
    const { pathname } = new URL(request.url());
    if (!pathname.startsWith('/contacts-manager/')) return;
    const milliseconds = request.timing().responseEnd;
    requests.push({ what: `${request.method()} ${pathname}`, milliseconds });
  });
  /** What the page in sight has counted; a page that is loaded anew starts again. */
  const collect = async () => {
    const fresh = await page.evaluate(() => {
      /** @type {number[]} */
      const times = Reflect.get(window, 'benchClicks');
      return times.splice(0);
    });
    clicks = [...clicks, ...fresh];
  };
  return {
    /** Milliseconds of all clicks so far. */
    async clicks() {
      await collect();
      return clicks;
    },
    /** Forgets the clicks so far, such as those of signing in. */
    async forgetClicks() {
      await collect();
      clicks = [];
    },
    /** The slowest request since the last call. */
    slowestRequest() {
      const slowest = requests.reduce(
        (worst, one) => (one.milliseconds > worst.milliseconds ? one : worst),
        {
          what: 'none',
          milliseconds: 0,
        },
      );
      requests = [];
      return slowest;
    },
  };
}
