import { useEffect } from 'react';

const isNowhere = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * Where a page or a row goes that had the focus, the keyboard would begin at the top of the browser's window,
 * and a screen reader would say nothing. The focus goes to the heading of the page instead, as soon as there
 * is one. What has the focus and stays, such as a tab that was pressed, keeps it.
 */
export function PageFocus() {
  useEffect(() => {
    let last: Element | null = null;
    const remember = ({ target }: FocusEvent) => {
      last = target instanceof Element ? target : null;
    };
    const rescue = () => {
      if (!last || last.isConnected || !isNowhere()) return;
      const heading = document.querySelector<HTMLElement>('main h1');
      if (!heading) return;
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(rescue);
    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
    };
  }, []);
  return null;
}
