import { fold } from '../../../../shared/text';

/** Short names differ by a letter without being misspelled: "Ana" and "Anna" are two people. */
const SHORTEST = 4;
/** From here on two mistakes are likelier than another name. */
const LONG = 8;

/**
 * The one of the names that a new name is most likely a misspelling of: one letter wrong, missing, too many or swapped
 * with its neighbour, two in long names; accents do not count. Undefined when there is none. Names with different digits are different:
 * "Batch 11" and "Batch 12".
 */
export function nearName(name: string, names: readonly string[]): string | undefined {
  const folded = fold(name).trim();
  let best: { name: string; distance: number } | undefined;
  for (const candidate of names) {
    const other = fold(candidate).trim();
    const most = mistakesIn(Math.min(folded.length, other.length));
    if (Math.abs(other.length - folded.length) > most || digitsOf(other) !== digitsOf(folded)) {
      continue;
    }
    const distance = distanceOf(folded, other, most);
    if (distance <= most && (!best || distance < best.distance)) {
      best = { name: candidate, distance };
    }
  }
  return best?.name;
}

const mistakesIn = (length: number): number => (length >= LONG ? 2 : length >= SHORTEST ? 1 : 0);

const digitsOf = (text: string): string => text.replace(/\D/g, '');

/**
 * Damerau and Levenshtein's distance (optimal string alignment): insertions, deletions, substitutions and swaps of
 * neighbours. More than `most` when it is more.
 */
function distanceOf(one: string, other: string, most: number): number {
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const isSame = one[i - 1] === other[j - 1];
      const at = (values: number[], index: number) => values[index] ?? Infinity;
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (isSame ? 0 : 1));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        cost = Math.min(cost, at(before, j - 2) + 1);
      }
      row.push(cost);
    }
    if (Math.min(...row) > most) return most + 1;
    before = last;
    last = row;
  }
  return last[other.length] ?? most + 1;
}
