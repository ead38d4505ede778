import { useRef, useState } from 'react';
import type { ReplaceBody } from '../../../../shared/contracts/imports';
import { useReplaceInImportMutation } from '../../api/imports';

type Replacement = Omit<ReplaceBody, 'after'>;

/** `changed` rows so far; null when it was stopped or refused half-way. */
export type Replaced = { changed: number; error?: unknown };

/** Replaces through the whole file, request by request, so that it can be watched and stopped. */
export function useReplaceAll(id: string) {
  const [replace] = useReplaceInImportMutation();
  const [changed, setChanged] = useState<number | null>(null);
  const isStopped = useRef(false);

  const run = async (replacement: Replacement): Promise<Replaced> => {
    isStopped.current = false;
    let total = 0;
    setChanged(0);
    try {
      for (let after: number | null = 0; after !== null && !isStopped.current;) {
        const answer: Awaited<ReturnType<typeof replace>> = await replace({
          id,
          body: { ...replacement, after },
        });
        if ('error' in answer) return { changed: total, error: answer.error };
        total += answer.data.changed;
        after = answer.data.next;
        setChanged(total);
      }
      return { changed: total };
    } finally {
      setChanged(null);
    }
  };
  return {
    run,
    stop: () => {
      isStopped.current = true;
    },
    /** Rows changed so far; null when nothing is being replaced. */
    changed,
  };
}
