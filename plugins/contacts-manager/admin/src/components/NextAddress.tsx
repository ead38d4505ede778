import {
  createContext,
  useContext,
  useRef,
  useState,
  type MouseEvent,
  type ReactNode,
} from 'react';
import {
  createPath,
  Link,
  useLocation,
  useNavigate,
  type LinkProps,
  type NavigateOptions,
} from 'react-router-dom';
import { useLatest } from './useLatest';

/** Frames do not come in a window that cannot be seen. */
const LONGEST_FRAME_MS = 100;

type Go = (to: string, options?: NavigateOptions) => void;

const NextAddressContext = createContext<string | null>(null);
const GoContext = createContext<Go | null>(null);

function afterPaint(run: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) run();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LONGEST_FRAME_MS);
}

/**
 * The panel renders all of itself for a new address, for a tenth of a second and more in which nothing moves.
 * What was pressed is therefore drawn first, from `useNextAddress`, and opened by `useGo` in the frame after.
 */
export function NextAddressProvider({ children }: { children: ReactNode }) {
  const navigate = useNavigate();
  const [pressed, setPressed] = useState<string | null>(null);
  const waiting = useRef<{ to: string; options: NavigateOptions | undefined } | null>(null);
  const leave = useLatest(() => {
    const next = waiting.current;
    waiting.current = null;
    if (next) navigate(next.to, next.options);
    // Drawn together with the new address; a page that asks before it is left stays as it was.
    setPressed(null);
  });
  const go = useLatest((to: string, options?: NavigateOptions) => {
    // Of two clicks within a frame, the last one counts.
    const isLeaving = waiting.current !== null;
    waiting.current = { to, options };
    setPressed(to);
    if (!isLeaving) afterPaint(leave);
  });
  return (
    <GoContext.Provider value={go}>
      <NextAddressContext.Provider value={pressed}>{children}</NextAddressContext.Provider>
    </GoContext.Provider>
  );
}

/** The address that was pressed and is about to be opened, from its first slash on; null otherwise. */
export const useNextAddress = (): string | null => useContext(NextAddressContext);

/** Opens an address, which begins with a slash, once the screen has shown that it was asked to. */
export function useGo(): Go {
  const go = useContext(GoContext);
  if (!go) throw new Error('There is no NextAddressProvider above.');
  return go;
}

/** Of links: the click is meant for another tab or window. */
export const opensElsewhere = (event: MouseEvent): boolean =>
  event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;

/** A link of the router that opens by `useGo`. */
export function GoLink({ to, onClick, ...props }: LinkProps) {
  const go = useGo();
  const { pathname } = useLocation();
  const address = typeof to === 'string' ? to : createPath({ pathname, ...to });
  return (
    <Link
      {...props}
      to={to}
      onClick={(event) => {
        onClick?.(event);
        if (event.defaultPrevented || opensElsewhere(event)) return;
        event.preventDefault();
        go(address);
      }}
    />
  );
}
