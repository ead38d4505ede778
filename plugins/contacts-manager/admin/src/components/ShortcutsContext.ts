import { createContext, useContext } from 'react';

/** Opens the list of keyboard shortcuts; the focus comes back to where it was. */
export const ShortcutsContext = createContext<() => void>(() => undefined);

export const useShortcutHelp = (): (() => void) => useContext(ShortcutsContext);
