import { nextChunkRows } from './chunk-rows';

test.each([
  ['stays while a commit is short enough', 2_000, 90, 2_000],
  ['falls when it keeps others waiting', 2_000, 160, 1_250],
  ['falls by half at once at most', 2_000, 5_000, 1_000],
  ['rises again when it is short', 1_000, 20, 2_000],
  ['has a lower end', 600, 900, 500],
  ['takes a commit of no time', 500, 0, 2_000],
])('%s', (_, rows, commitMs, next) => {
  expect(nextChunkRows(rows, commitMs)).toBe(next);
});
