import type { Permission } from '../../../shared/permissions';
import type { TextKey } from './useText';

/** What a shortcut does: opens a page below the plugin's root, or something on the page at hand. */
export type ShortcutAction =
  | { kind: 'open'; path: string }
  | { kind: 'search' | 'tick' | 'next-row' | 'previous-row' | 'help' };

export interface Shortcut {
  /** One key, or two pressed one after the other. */
  keys: readonly [string] | readonly [string, string];
  label: TextKey;
  /** Absent where everybody who may read contacts may use it. */
  right?: Permission;
  action: ShortcutAction;
}

/** Every shortcut, once: the help lists them, and the keyboard is read by the same table. */
export const SHORTCUTS = [
  { keys: ['/'], label: 'shortcut.search', action: { kind: 'search' } },
  {
    keys: ['n'],
    label: 'shortcut.add',
    right: 'create',
    action: { kind: 'open', path: 'new' },
  },
  { keys: ['j'], label: 'shortcut.next-row', action: { kind: 'next-row' } },
  { keys: ['k'], label: 'shortcut.previous-row', action: { kind: 'previous-row' } },
  { keys: ['x'], label: 'shortcut.tick', action: { kind: 'tick' } },
  { keys: ['g', 'a'], label: 'shortcut.active', action: { kind: 'open', path: 'active' } },
  { keys: ['g', 'r'], label: 'shortcut.archived', action: { kind: 'open', path: 'archived' } },
  { keys: ['g', 'b'], label: 'shortcut.blocked', action: { kind: 'open', path: 'blocked' } },
  { keys: ['g', 'g'], label: 'shortcut.groups', action: { kind: 'open', path: 'groups' } },
  {
    keys: ['g', 'c'],
    label: 'shortcut.categories',
    right: 'categories',
    action: { kind: 'open', path: 'categories' },
  },
  {
    keys: ['g', 'i'],
    label: 'shortcut.import',
    right: 'import',
    action: { kind: 'open', path: 'imports/new' },
  },
  {
    keys: ['g', 'h'],
    label: 'shortcut.history',
    right: 'history',
    action: { kind: 'open', path: 'history' },
  },
  {
    keys: ['g', 'd'],
    label: 'shortcut.bin',
    right: 'delete',
    action: { kind: 'open', path: 'bin' },
  },
  { keys: ['?'], label: 'shortcut.help', action: { kind: 'help' } },
] as const satisfies readonly Shortcut[];

/** Keys of the page of a contact, which reads them itself: with Alt they get in nobody's way. */
export const CONTACT_KEYS = [
  { keys: ['Alt ↑'], label: 'shortcut.previous-contact' },
  { keys: ['Alt ↓'], label: 'shortcut.next-contact' },
] as const satisfies readonly Pick<Shortcut, 'keys' | 'label'>[];

/** Milliseconds in which the second key of a pair has to follow. */
export const PAIR_MS = 1_500;

/** What was pressed before, if it may be the first half of a pair. */
export interface PressedKey {
  key: string;
  at: number;
}

/** The shortcut that a key completes, and what to remember for the next one. */
export function readKey(
  key: string,
  before: PressedKey | null,
  now: number,
): { shortcut: Shortcut | null; pressed: PressedKey | null } {
  const known: readonly Shortcut[] = SHORTCUTS;
  if (before && now - before.at <= PAIR_MS) {
    const pair = known.find(({ keys }) => keys[0] === before.key && keys[1] === key);
    if (pair) return { shortcut: pair, pressed: null };
  }
  const single = known.find(({ keys }) => keys.length === 1 && keys[0] === key);
  const opensPair = known.some(({ keys }) => keys.length === 2 && keys[0] === key);
  return { shortcut: single ?? null, pressed: opensPair ? { key, at: now } : null };
}
