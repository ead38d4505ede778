import { replaceInCells } from './corrections';

const replaced = (text: string, find: string, replace: string) =>
  replaceInCells({ notes: text }, { field: 'notes', find, replace, as: 'text' })?.notes;

it('replaces every occurrence, whatever its case, and takes no sign for a pattern', () => {
  expect(replaced('+91 98O2o', 'o', '0')).toBe('+91 98020');
  expect(replaced('a.b (c) $&', '(c) $&', '[$1]')).toBe('a.b [$1]');
  expect(replaced('nothing here', 'x', 'y')).toBeUndefined();
});

it('refuses what would not fit into a cell, and lets a long one become shorter', () => {
  expect(() => replaced('a'.repeat(10_000), 'a', 'x'.repeat(32_767))).toThrow(/./);
  expect(replaced('ab'.repeat(50_000), 'b', '')).toHaveLength(50_000);
});
