import { PAIR_MS, readKey, SHORTCUTS, type PressedKey } from './shortcuts';

const press = (keys: string[], pause = 100) => {
  let before: PressedKey | null = null;
  const found: string[] = [];
  keys.forEach((key, index) => {
    const { shortcut, pressed } = readKey(key, before, index * pause);
    before = pressed;
    if (shortcut) found.push(shortcut.label);
  });
  return found;
};

it.each(SHORTCUTS.map(({ keys, label }) => [keys.join(' '), label] as const))(
  '%s is found, and nothing else',
  (keys, label) => {
    expect(press(keys.split(' '))).toEqual([label]);
  },
);

it('no two shortcuts have the same keys, and no single key opens a pair', () => {
  const all = SHORTCUTS.map(({ keys }) => keys.join(' '));
  expect(new Set(all).size).toBe(all.length);
  const first = SHORTCUTS.filter(({ keys }) => keys.length === 2).map(({ keys }) => keys[0]);
  const single: string[] = SHORTCUTS.filter(({ keys }) => keys.length === 1).map(
    ({ keys }) => keys[0],
  );
  expect(first.filter((key) => single.includes(key))).toEqual([]);
});

it('the second key of a pair must follow soon', () => {
  expect(press(['g', 'b'], PAIR_MS)).toEqual(['shortcut.blocked']);
  expect(press(['g', 'b'], PAIR_MS + 1)).toEqual([]);
});

it('a key in between ends a pair', () => {
  expect(press(['g', 'y', 'b'])).toEqual([]);
  expect(press(['g', 'n'])).toEqual(['shortcut.add']);
});
