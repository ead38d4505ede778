import { emptyEntry } from '../entries';
import { HOLD_MS, openDrafts } from './draft-store';

/** As browsers have it, in memory. */
function memory(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    clear: () => values.clear(),
    getItem: (key) => values.get(key) ?? null,
    key: (index) => [...values.keys()][index] ?? null,
    removeItem: (key) => void values.delete(key),
    setItem: (key, value) => void values.set(key, value),
  };
}

const DAY = 24 * 60 * 60_000;
const entry = (name: string, key = 'new-1') => ({ ...emptyEntry(key), name });

let time: number;
let storage: Storage;
const drafts = (userId = '1') => openDrafts(storage, userId, () => time);
beforeEach(() => {
  time = 1_000_000_000;
  storage = memory();
});

test('a draft is found again once its window has let go of it', () => {
  drafts().write('a', [entry('Asha')]);
  expect(drafts().claim(null)).toBeNull();
  drafts().release('a');
  expect(drafts().claim(null)).toMatchObject({ id: 'a', entries: [{ name: 'Asha' }] });
  expect(drafts().claim(null)).toBeNull();
});

test('a draft of a window that crashed is free after a while', () => {
  drafts().write('a', [entry('Asha')]);
  time += HOLD_MS;
  expect(drafts().claim(null)?.id).toBe('a');
});

test('windows keep drafts of their own, and each finds its own again', () => {
  drafts().write('a', [entry('Asha')]);
  drafts().write('b', [entry('Bo')]);
  drafts().release('a');
  time += 1;
  drafts().release('b');
  expect(drafts().claim('a')?.entries[0]?.name).toBe('Asha');
  expect(drafts().claim('a')?.entries[0]?.name).toBe('Bo');
});

test('a window that was reloaded has its draft again before the old page has let go of it', () => {
  drafts().write('a', [entry('Asha')]);
  drafts().write('b', [entry('Bo')]);
  expect(drafts().claim('a')).toBeNull();
  expect(drafts().claim(null, true)).toBeNull();
  expect(drafts().claim('a', true)?.entries[0]?.name).toBe('Asha');
});

test('nobody sees what somebody else has typed', () => {
  drafts('1').write('a', [entry('Asha')]);
  drafts('1').release('a');
  expect(drafts('2').claim('a')).toBeNull();
  expect(drafts('11').claim('a')).toBeNull();
});

test('nothing typed is no draft, and an entry that went elsewhere leaves it', () => {
  drafts().write('a', [entry('Asha', 'new-1'), entry('Bo', 'new-2')]);
  drafts().dropEntry('a', 'new-1');
  drafts().release('a');
  expect(
    drafts()
      .claim(null)
      ?.entries.map(({ name }) => name),
  ).toEqual(['Bo']);
  drafts().dropEntry('a', 'new-2');
  expect(storage.length).toBe(0);
  drafts().write('b', [entry('Cy')]);
  drafts().write('b', [entry(' ')]);
  expect(storage.length).toBe(0);
});

test('old drafts, and what is none, are cleared away', () => {
  drafts().write('a', [entry('Asha')]);
  storage.setItem('contacts-manager.draft.1.b', '{"entries":[{}]}');
  storage.setItem('contacts-manager.draft.1.c', 'nonsense');
  time += 8 * DAY;
  expect(drafts().claim('a')).toBeNull();
  expect(storage.length).toBe(0);
});
