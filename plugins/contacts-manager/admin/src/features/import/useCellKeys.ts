import { useCallback, useLayoutEffect, type KeyboardEvent, type RefObject } from 'react';

const STEPS: Record<string, [down: number, right: number]> = {
  ArrowDown: [1, 0],
  ArrowUp: [-1, 0],
  ArrowRight: [0, 1],
  ArrowLeft: [0, -1],
};

/** `[data-cell]` of each row, as they stand on the screen. */
const gridOf = (body: HTMLElement): HTMLElement[][] =>
  [...body.querySelectorAll('tr')].map((row) => [
    ...row.querySelectorAll<HTMLElement>('[data-cell]'),
  ]);

/** Of all cells that are drawn one is reached by Tab: where the focus was last, else the first. */
function keepOneStop(body: HTMLElement, stop: Element | null): void {
  const cells = gridOf(body).flat();
  const chosen = cells.find((cell) => cell === stop) ?? cells[0];
  for (const cell of cells) cell.tabIndex = cell === chosen ? 0 : -1;
}

/**
 * Arrow keys move between the cells of a table body, as in a spreadsheet; Tab leaves them at once. To the right
 * is where the next column is, whichever way the language is written.
 */
export function useCellKeys(body: RefObject<HTMLElement>) {
  /** For when cells have come or gone without this component being drawn anew. */
  const ensureStop = useCallback(() => {
    const element = body.current;
    if (element && !element.querySelector('[data-cell][tabindex="0"]')) keepOneStop(element, null);
  }, [body]);
  useLayoutEffect(ensureStop);

  const move = (event: KeyboardEvent<HTMLElement>) => {
    const step = STEPS[event.key];
    const grid = gridOf(event.currentTarget);
    const row = grid.findIndex((cells) => cells.some((cell) => cell === event.target));
    if (!step || row === -1) return;
    const column = grid[row]?.findIndex((cell) => cell === event.target) ?? -1;
    const isMirrored = getComputedStyle(event.currentTarget).direction === 'rtl';
    const next = grid[row + step[0]]?.[column + (isMirrored ? -step[1] : step[1])];
    event.preventDefault();
    next?.focus();
  };
  return {
    ensureStop,
    handlers: {
      onKeyDown: move,
      onFocus: (event: { currentTarget: HTMLElement; target: Element }) => {
        if (event.target.matches('[data-cell]')) keepOneStop(event.currentTarget, event.target);
      },
    },
  };
}
