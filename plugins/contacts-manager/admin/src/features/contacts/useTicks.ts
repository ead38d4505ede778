import { useCallback, useRef, useState } from 'react';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { useLatest } from '../../components/useLatest';
import { useExactMatching } from './useMatching';
import { choose, isTicked, NO_TICKS, withTicks, type Matching, type Ticks } from './ticks';

interface Kept {
  /** The list the ticks belong to; those of another one are forgotten. */
  scope: string;
  ticks: Ticks;
}

/** Ticks of one list. They survive page turns and new sorting; another tab, search or filter starts afresh. */
export function useTicks(scope: string, page: readonly ContactView[], known: Matching | null) {
  const [kept, setKept] = useState<Kept>({ scope, ticks: NO_TICKS });
  /** Where a shift-click's range starts. */
  const anchor = useRef<string | null>(null);
  const ticks = kept.scope === scope ? kept.ticks : NO_TICKS;
  const keep = useCallback((next: Ticks) => setKept({ scope, ticks: next }), [scope]);

  const toggle = useLatest((contact: ContactView, withRange: boolean) => {
    const from = page.findIndex((row) => row.documentId === anchor.current);
    const to = page.findIndex((row) => row.documentId === contact.documentId);
    const range =
      withRange && from >= 0 ? page.slice(Math.min(from, to), Math.max(from, to) + 1) : [contact];
    anchor.current = contact.documentId;
    keep(withTicks(ticks, range, !isTicked(ticks, contact.documentId)));
  });

  const onPage = page.filter((row) => isTicked(ticks, row.documentId)).length;
  const pageState: boolean | 'indeterminate' =
    onPage === 0 ? false : onPage === page.length ? true : 'indeterminate';
  const matching = useExactMatching(known, ticks.mode === 'everything');
  const chosen = choose(ticks, matching);
  return {
    chosen,
    isEverything: ticks.mode === 'everything',
    isTicked: useCallback((documentId: string) => isTicked(ticks, documentId), [ticks]),
    toggle,
    pageState,
    togglePage: () => keep(withTicks(ticks, page, pageState !== true)),
    /** Undefined when the ticked rows are all there is. */
    tickEverything:
      matching && chosen && (chosen.count < matching.total || !matching.isExact)
        ? () => keep({ mode: 'everything', rows: new Map() })
        : undefined,
    clear: useCallback(() => keep(NO_TICKS), [keep]),
  };
}
