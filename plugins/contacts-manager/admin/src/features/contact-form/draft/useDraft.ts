import { useAuth } from '@strapi/strapi/admin';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { attempt } from '../../../components/attempt';
import type { Entry } from '../entries';
import { HOLD_MS, openDrafts, type Drafts } from './draft-store';

/** Which draft is this window's, through a reload. */
const OWN_KEY = 'contacts-manager.draft';

const newId = (): string => `${Date.now().toString(36)}${Math.random().toString(36).slice(2)}`;

/** Drafts of whoever is signed in; null where there can be none. */
export function useDrafts(): Drafts | null {
  const userId = useAuth('useDrafts', (auth) => auth.user?.id);
  return useMemo(
    () =>
      userId === undefined ? null : attempt(() => openDrafts(window.localStorage, String(userId))),
    [userId],
  );
}

const isReload = performance
  .getEntriesByType('navigation')
  .some((entry) => entry instanceof PerformanceNavigationTiming && entry.type === 'reload');

function start(drafts: Drafts | null) {
  const own = attempt(() => window.sessionStorage.getItem(OWN_KEY)) ?? null;
  const found = drafts && attempt(() => drafts.claim(own, isReload));
  const id = found?.id ?? newId();
  attempt(() => window.sessionStorage.setItem(OWN_KEY, id));
  return { id, found };
}

/** Keeps what is typed in this window until it is saved or discarded: through reloads, closing and signing out. */
export function useDraft() {
  const drafts = useDrafts();
  const [draft, setDraft] = useState(() => start(drafts));
  const { id, found } = draft;

  useEffect(() => {
    if (!drafts) return;
    const hold = () => void attempt(() => drafts.hold(id));
    const release = () => void attempt(() => drafts.release(id));
    const timer = setInterval(hold, HOLD_MS / 5);
    hold();
    window.addEventListener('pagehide', release);
    window.addEventListener('pageshow', hold);
    return () => {
      clearInterval(timer);
      window.removeEventListener('pagehide', release);
      window.removeEventListener('pageshow', hold);
      release();
    };
  }, [drafts, id]);

  const keep = useCallback(
    (entries: Entry[]) => void attempt(() => drafts?.write(id, entries)),
    [drafts, id],
  );
  const clear = useCallback(() => void attempt(() => drafts?.remove(id)), [drafts, id]);
  return {
    id,
    /** What was typed before; null when nothing was. */
    found: found ?? null,
    isKept: drafts !== null,
    keep,
    /** Saved: nothing is to be restored any more. */
    clear,
    /** The person starts afresh. */
    discard: () => {
      clear();
      setDraft({ id: newId(), found: null });
    },
  };
}
