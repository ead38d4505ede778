/**
 * The value of a JSON column, which SQLite keeps as text. What is no JSON, and only plain SQL can have
 * written, counts as nothing: one row must not take a whole list down.
 */
export function readJsonColumn(stored: unknown): unknown {
  if (typeof stored !== 'string') return stored;
  try {
    return JSON.parse(stored);
  } catch {
    return null;
  }
}

/** The same for values by key; anything else counts as nothing. */
export function readValuesColumn(stored: unknown): Record<string, unknown> | null {
  const value = readJsonColumn(stored);
  return isRecord(value) ? value : null;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
