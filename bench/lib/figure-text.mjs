/** @typedef {{ atMost: number } | { atLeast: number }} Aim */

/** @param {Aim | undefined} aim @param {string} unit */
export const aimText = (aim, unit) => {
  if (!aim) return '';
  return 'atMost' in aim ? `at most ${aim.atMost} ${unit}` : `at least ${aim.atLeast} ${unit}`;
};

/** @param {number} value @param {number} [digits] */
export const numberText = (value, digits = value >= 100 ? 0 : value >= 10 ? 1 : 2) =>
  value.toLocaleString('en', { minimumFractionDigits: digits, maximumFractionDigits: digits });
