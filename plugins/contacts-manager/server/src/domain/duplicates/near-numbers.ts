const LAST_DIGITS = 7;

/** Whether one digit written differently, or left out, makes one text of the other. */
function isOneDigitAway(left: string, right: string): boolean {
  const [short, long] = left.length <= right.length ? [left, right] : [right, left];
  if (long.length - short.length > 1) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = short.length === long.length ? short.slice(start + 1) : short.slice(start);
  return rest === long.slice(start + 1);
}

/**
 * Numbers (E.164) that one person may have been noted by twice: a digit mistyped or left out, or the same last
 * seven digits, as when the area code or the country is another one.
 */
export const areNear = (left: string, right: string): boolean =>
  left !== right &&
  (left.slice(-LAST_DIGITS) === right.slice(-LAST_DIGITS) || isOneDigitAway(left, right));

/** Digits at the end that near numbers can be found by. */
const TAIL = 4;
const HEAD = 6;

/**
 * Parts of a number such that two near ones have at least one in common: where they differ in one place,
 * either all before it or all behind it is the same. Short numbers have shorter heads, and two of them,
 * because the same place may be cut one digit further on.
 */
export function partsOf(phone: string): string[] {
  const digits = phone.slice(1);
  const heads = [digits.length - TAIL, digits.length - TAIL - 1];
  const lengths = [...new Set(heads.map((length) => Math.min(HEAD, length)))];
  return [
    `t${digits.slice(-TAIL)}`,
    ...lengths.filter((length) => length > 0).map((length) => `h${digits.slice(0, length)}`),
  ];
}
