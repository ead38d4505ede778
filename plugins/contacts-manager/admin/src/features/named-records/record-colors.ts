/**
 * The colours a group or category can be marked with. They are data, stored with the record and the same
 * in light and dark; each stands out from both backgrounds.
 */
export const RECORD_COLORS = {
  red: '#e5484d',
  orange: '#f76b15',
  amber: '#d69e00',
  green: '#30a46c',
  teal: '#12a594',
  blue: '#3b82f6',
  indigo: '#6366f1',
  purple: '#9b51e0',
  pink: '#e93d82',
  grey: '#8e8ea9',
} as const;

export type RecordColor = keyof typeof RECORD_COLORS;
export const RECORD_COLOR_NAMES = Object.keys(RECORD_COLORS) as RecordColor[];

const HEX = /^#[0-9a-f]{6}$/i;

/** Colours also come from the API and the Content Manager, which store any text. */
export const readColor = (color: string | null): string | null =>
  color !== null && HEX.test(color) ? color.toLowerCase() : null;
