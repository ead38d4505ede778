import { useCallback, useMemo, useRef, useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router-dom';
import { PLUGIN_ID, ROOT_PATH } from '../plugin-id';
import { focusRow, focusSearch, tickRow } from './row-focus';
import { SHORTCUTS, type Shortcut } from './shortcuts';
import { ShortcutsContext } from './ShortcutsContext';
import { ShortcutsDialog } from './ShortcutsDialog';
import { usePermissions } from './usePermissions';
import { useShortcutKeys } from './useShortcutKeys';

const STORED = `${PLUGIN_ID}.shortcuts`;
const OFF = 'off';

/** On unless the person has switched them off in this browser. */
function useSwitch(): [isOn: boolean, turn: (isOn: boolean) => void] {
  const [isOn, setOn] = useState(() => localStorage.getItem(STORED) !== OFF);
  const turn = (next: boolean) => {
    setOn(next);
    if (next) localStorage.removeItem(STORED);
    else localStorage.setItem(STORED, OFF);
  };
  return [isOn, turn];
}

/** Reads the keyboard on every page of Contacts, and shows what it understands. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const may = usePermissions();
  const navigate = useNavigate();
  const [isOn, turn] = useSwitch();
  const [isOpen, setOpen] = useState(false);
  /** Where the focus was before the help opened. */
  const origin = useRef<Element | null>(null);
  const allowed = useMemo(
    () => SHORTCUTS.filter((shortcut: Shortcut) => !shortcut.right || may[shortcut.right]),
    [may],
  );
  const openHelp = useCallback(() => {
    origin.current = document.activeElement;
    setOpen(true);
  }, []);

  useShortcutKeys(isOn, (shortcut) => {
    if (!allowed.some(({ label }) => label === shortcut.label)) return;
    const { action } = shortcut;
    if (action.kind === 'open') navigate(`${ROOT_PATH}/${action.path}`);
    else if (action.kind === 'search') focusSearch();
    else if (action.kind === 'tick') tickRow();
    else if (action.kind === 'help') openHelp();
    else focusRow(action.kind === 'next-row' ? 1 : -1);
  });

  return (
    <ShortcutsContext.Provider value={openHelp}>
      {children}
      {isOpen ? (
        <ShortcutsDialog
          shortcuts={allowed}
          isOn={isOn}
          onSwitch={turn}
          onClose={() => setOpen(false)}
          onCloseAutoFocus={(event) => {
            if (!(origin.current instanceof HTMLElement)) return;
            event.preventDefault();
            origin.current.focus();
          }}
        />
      ) : null}
    </ShortcutsContext.Provider>
  );
}
