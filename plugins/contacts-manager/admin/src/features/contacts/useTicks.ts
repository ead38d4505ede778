import { useCallback, useRef, useState } from 'react';
import type { ContactView } from '../../../../shared/contracts/contacts';

/** What is remembered of a ticked row after its page has been turned. */
export type Ticked = Pick<
  ContactView,
  'documentId' | 'name' | 'statusReason' | 'statusChangedAt' | 'groups'
>;

interface Ticks {
  /** The list the ticks belong to; those of another one are forgotten. */
  scope: string;
  rows: ReadonlyMap<string, Ticked>;
}

const NONE: ReadonlyMap<string, Ticked> = new Map();

/** Ticked rows of one list. They survive page turns and new sorting; another tab, search or filter starts afresh. */
export function useTicks(scope: string, page: readonly ContactView[]) {
  const [ticks, setTicks] = useState<Ticks>({ scope, rows: NONE });
  /** Where a shift-click's range starts. */
  const anchor = useRef<string | null>(null);
  const rows = ticks.scope === scope ? ticks.rows : NONE;

  const set = useCallback(
    (contacts: readonly Ticked[], ticked: boolean) => {
      const next = new Map(rows);
      for (const contact of contacts) {
        if (ticked) next.set(contact.documentId, contact);
        else next.delete(contact.documentId);
      }
      setTicks({ scope, rows: next });
    },
    [rows, scope],
  );

  const toggle = useCallback(
    (contact: ContactView, withRange: boolean) => {
      const ticked = !rows.has(contact.documentId);
      const from = page.findIndex((row) => row.documentId === anchor.current);
      const to = page.findIndex((row) => row.documentId === contact.documentId);
      const range =
        withRange && from >= 0 ? page.slice(Math.min(from, to), Math.max(from, to) + 1) : [contact];
      anchor.current = contact.documentId;
      set(range, ticked);
    },
    [page, rows, set],
  );

  const clear = useCallback(() => setTicks({ scope, rows: NONE }), [scope]);
  const onPage = page.filter((row) => rows.has(row.documentId)).length;
  const pageState: boolean | 'indeterminate' =
    onPage === 0 ? false : onPage === page.length ? true : 'indeterminate';
  const togglePage = useCallback(() => set(page, pageState !== true), [page, pageState, set]);

  return { rows, toggle, clear, pageState, togglePage };
}
