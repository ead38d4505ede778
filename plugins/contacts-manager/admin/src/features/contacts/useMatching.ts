import { useState } from 'react';
import { useGetContactTotalQuery } from '../../api/contacts';
import type { Matching } from './ticks';

/** What matches; while another page of the same list is on its way, what did, so that what is chosen stays. */
export function useMatching(scope: string, now: Matching | null): Matching | null {
  const [kept, setKept] = useState({ scope, matching: now });
  const isNews =
    kept.scope !== scope ||
    (now !== null && (kept.matching?.total !== now.total || kept.matching.isExact !== now.isExact));
  if (isNews) setKept({ scope, matching: now });
  return now ?? (kept.scope === scope ? kept.matching : null);
}

/** The same with its exact number, which is asked for once everything is chosen. */
export function useExactMatching(
  matching: Matching | null,
  isEverything: boolean,
): Matching | null {
  const isAsked = isEverything && matching !== null && !matching.isExact;
  const { currentData: counted } = useGetContactTotalQuery(matching?.filter ?? {}, {
    skip: !isAsked,
  });
  return isAsked && counted ? { ...matching, total: counted.total, isExact: true } : matching;
}
