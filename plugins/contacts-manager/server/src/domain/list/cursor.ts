import { z } from 'zod';
import { sortDirectionSchema, sortFieldSchema, type ContactSort } from '../../../../shared/filter';

/** A place in a sorted list: the row it stands at, and on which side of it to read on. */
export interface Cursor {
  sort: ContactSort;
  /** The row's sort value as the database writes it; null when the row has none. */
  value: string | number | null;
  id: number;
  backward: boolean;
}

const shape = z.tuple([
  sortFieldSchema,
  sortDirectionSchema,
  z.union([z.string().max(1_000), z.number(), z.null()]),
  z.int().min(0),
  z.boolean(),
]);

/** Opaque to callers, and not secret: it says no more than the list it came from. */
export function writeCursor({ sort, value, id, backward }: Cursor): string {
  const parts: z.input<typeof shape> = [sort.field, sort.direction, value, id, backward];
  return Buffer.from(JSON.stringify(parts)).toString('base64url');
}

/** Null for anything `writeCursor` did not write. */
export function readCursor(text: string): Cursor | null {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    // Not JSON: whatever it is, it is no cursor of ours, and that is the answer.
    return null;
  }
  const parsed = shape.safeParse(parts);
  if (!parsed.success) return null;
  const [field, direction, value, id, backward] = parsed.data;
  return { sort: { field, direction }, value, id, backward };
}
