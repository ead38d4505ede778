import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useCheckContactsMutation } from '../../api/contacts';
import { bodyOf, type Entry } from './entries';
import { placeProblems, type ServerProblem } from './server-problems';

const PAUSE_MS = 600;

/** Asks the server, while one types, whether a number is somebody else's already. Saves nothing. */
export function useServerCheck(
  entries: readonly Entry[],
  editing: string | undefined,
): ServerProblem[] {
  const [check] = useCheckContactsMutation();
  const [problems, setProblems] = useState<ServerProblem[]>([]);
  const latest = useRef(entries);
  latest.current = entries;
  const phones = useDebounce(
    entries
      .map((entry) => `${entry.key}|${entry.primaryContact}|${entry.secondaryContact}`)
      .join('\n'),
    PAUSE_MS,
  );

  useEffect(() => {
    const sent = latest.current.filter((entry) => entry.primaryContact.trim());
    if (sent.length === 0) return;
    let isStale = false;
    void check({ contacts: sent.map(bodyOf), ...(editing ? { editing } : {}) }).then((result) => {
      // A failed check is no problem of the person's: saving asks the same question again.
      if (!isStale && 'data' in result) setProblems(placeProblems(result.data.errors, sent).placed);
    });
    return () => {
      isStale = true;
    };
  }, [check, editing, phones]);

  return problems;
}
