import { z } from 'zod';
import { BATCH_MAX } from '../../../../../shared/contracts/contacts';
import { entrySchema, isBlank, type Entry } from '../entries';

/** What somebody has typed and not saved, of one person and one window. */
const draftSchema = z.object({
  entries: z.array(entrySchema).min(1).max(BATCH_MAX),
  savedAt: z.number(),
  /** Until then it belongs to the window that writes it, and no other may take it. */
  heldUntil: z.number(),
});
type Draft = z.output<typeof draftSchema>;

export interface FoundDraft {
  id: string;
  entries: Entry[];
  savedAt: number;
}

/** Browsers wake the timers of hidden windows once a minute; a crashed one gives its draft free after this. */
export const HOLD_MS = 150_000;
/** Names and numbers of people do not lie in a browser for longer. */
const KEEP_MS = 7 * 24 * 60 * 60_000;

const PREFIX = 'contacts-manager.draft';

function parse(text: string | null): Draft | null {
  if (text === null) return null;
  try {
    const read = draftSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    // Not JSON: nothing of ours, or of another release.
    return null;
  }
}

/**
 * Drafts of one person in this browser, each under a key of its own, so that two windows never write over each
 * other. `storage` may throw when it is full or forbidden; then there are simply no drafts.
 */
export function openDrafts(storage: Storage, userId: string, now: () => number = Date.now) {
  const prefix = `${PREFIX}.${userId}.`;
  const keyOf = (id: string) => `${prefix}${id}`;
  const put = (id: string, draft: Draft) => storage.setItem(keyOf(id), JSON.stringify(draft));
  const read = (id: string) => parse(storage.getItem(keyOf(id)));
  const remove = (id: string) => storage.removeItem(keyOf(id));
  const change = (id: string, patch: Partial<Draft>) => {
    const draft = read(id);
    if (draft) put(id, { ...draft, ...patch });
  };

  const list = (): (Draft & { id: string })[] =>
    Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '')
      .filter((key) => key.startsWith(prefix))
      .flatMap((key) => {
        const id = key.slice(prefix.length);
        const draft = read(id);
        const isOld = draft !== null && draft.savedAt < now() - KEEP_MS;
        if (draft && !isOld) return [{ ...draft, id }];
        remove(id);
        return [];
      });

  return {
    /**
     * The draft this window had before, else the newest that no window holds. After a reload it is this window's even
     * while it is held: browsers may let go of the old page only once the new one runs. Otherwise the holder of `own`
     * may be the tab that this one is a duplicate of.
     */
    claim(own: string | null, isReload = false): FoundDraft | null {
      const isFree = ({ id, heldUntil }: Draft & { id: string }) =>
        heldUntil <= now() || (isReload && id === own);
      const free = list().filter(isFree);
      const newest = free.toSorted((a, b) => b.savedAt - a.savedAt)[0];
      const draft = free.find(({ id }) => id === own) ?? newest;
      if (!draft) return null;
      put(draft.id, { ...draft, heldUntil: now() + HOLD_MS });
      return draft;
    },
    /** What is typed now; nothing typed is no draft. */
    write(id: string, entries: Entry[]): void {
      if (entries.every(isBlank)) remove(id);
      else put(id, { entries, savedAt: now(), heldUntil: now() + HOLD_MS });
    },
    hold: (id: string) => change(id, { heldUntil: now() + HOLD_MS }),
    release: (id: string) => change(id, { heldUntil: 0 }),
    remove,
    /** One entry has found its place elsewhere. */
    dropEntry(id: string, key: string): void {
      const draft = read(id);
      if (!draft) return;
      const entries = draft.entries.filter((entry) => entry.key !== key);
      if (entries.length === 0) remove(id);
      else put(id, { ...draft, entries });
    },
  };
}
export type Drafts = ReturnType<typeof openDrafts>;
