import { useEffect, useState, type RefObject } from 'react';

/** Far enough that rows are there before one has scrolled to them. */
const MARGIN = '1200px 0px';

/**
 * Whether an element of a scrolled table is on the screen or close to it. One that holds the focus stays: what is
 * being typed there is not to be lost by scrolling.
 */
export function useIsNear(target: RefObject<HTMLElement>, atFirst: boolean): boolean {
  const [isNear, setIsNear] = useState(atFirst);
  useEffect(() => {
    const element = target.current;
    if (!element) return;
    const watcher = new IntersectionObserver(
      (entries) => {
        const isSeen = entries.at(-1)?.isIntersecting ?? false;
        setIsNear(isSeen || element.contains(document.activeElement));
      },
      { root: element.closest('[data-scroll]'), rootMargin: MARGIN },
    );
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [target]);
  return isNear;
}
