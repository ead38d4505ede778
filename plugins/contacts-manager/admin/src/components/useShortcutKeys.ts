import { useEffect, useRef } from 'react';
import { readKey, type PressedKey, type Shortcut } from './shortcuts';

/** Where a letter is a letter. */
const TYPING =
  'input:not([type="checkbox"]):not([type="radio"]), textarea, select, [contenteditable="true"], [role="combobox"]';
/** What is open has the keyboard to itself. */
const OPEN = '[role="dialog"], [role="alertdialog"], [role="menu"], [role="listbox"]';

const isFree = ({ target, altKey, ctrlKey, metaKey, defaultPrevented }: KeyboardEvent): boolean =>
  !defaultPrevented &&
  !altKey &&
  !ctrlKey &&
  !metaKey &&
  !(target instanceof Element && target.closest(TYPING)) &&
  document.querySelector(OPEN) === null;

/** Calls back with each shortcut that is pressed while nobody types and nothing is open. */
export function useShortcutKeys(isOn: boolean, onShortcut: (shortcut: Shortcut) => void): void {
  const carryOut = useRef(onShortcut);
  carryOut.current = onShortcut;
  useEffect(() => {
    if (!isOn) return;
    let before: PressedKey | null = null;
    const handle = (event: KeyboardEvent) => {
      if (!isFree(event)) return;
      const { shortcut, pressed } = readKey(event.key, before, Date.now());
      before = pressed;
      if (!shortcut) return;
      // Otherwise the key would also be typed into the field that it leads to.
      event.preventDefault();
      carryOut.current(shortcut);
    };
    document.addEventListener('keydown', handle);
    return () => document.removeEventListener('keydown', handle);
  }, [isOn]);
}
