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
