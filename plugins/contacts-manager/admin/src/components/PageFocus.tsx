import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';

/** Milliseconds in which a page has to show its heading; afterwards the person has gone on by themselves. */
const PATIENCE = 5_000;

/**
 * Where a page takes away what had the focus, the keyboard would begin at the top of the browser's window,
 * and a screen reader would say nothing. The focus goes to the heading of the new page instead. What has
 * the focus and stays, such as a tab that was pressed, keeps it.
 */
function focusHeading(): () => void {
  const begun = Date.now();
  let frame = 0;
  const stop = () => cancelAnimationFrame(frame);
  const look = () => {
    const heading = document.querySelector<HTMLElement>('main h1');
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && heading) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    // A page that is still loading takes its place-holder away again, and the focus with it.
    if (Date.now() - begun < PATIENCE) frame = requestAnimationFrame(look);
  };
  frame = requestAnimationFrame(look);
  // From then on the person leads.
  for (const event of ['keydown', 'pointerdown']) {
    document.addEventListener(event, stop, { once: true, capture: true });
  }
  return stop;
}

/** Keeps the focus on the page whenever the address changes to another page. */
export function PageFocus() {
  const { pathname } = useLocation();
  const former = useRef(pathname);
  useEffect(() => {
    // The first page keeps the browser's own focus.
    if (former.current === pathname) return;
    former.current = pathname;
    return focusHeading();
  }, [pathname]);
  return null;
}
