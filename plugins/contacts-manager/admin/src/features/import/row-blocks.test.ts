import { BLOCK_ROWS, blocksOf, TABLE_ROWS } from './row-blocks';

it('the blocks of all pages hold each row once, in order', () => {
  const total = 2 * TABLE_ROWS + 250;
  const blocks = [1, 2, 3].flatMap((page) => blocksOf(total, page));
  expect(blocks.reduce((sum, { rows }) => sum + rows, 0)).toBe(total);
  let next = 0;
  for (const { first, rows, page } of blocks) {
    expect(first).toBe(next);
    expect(page).toBe(first / BLOCK_ROWS + 1);
    next += rows;
  }
  expect(blocks.at(-1)).toEqual({ page: 203, first: 20_200, rows: 50 });
});

it('nothing, and a page behind the last, have none', () => {
  expect(blocksOf(0, 1)).toEqual([]);
  expect(blocksOf(50, 2)).toEqual([]);
});
