import { useRef, useState } from 'react';
import type { ReplaceBody } from '../../../../shared/contracts/import-rows';
import { useReplaceInImportMutation } from '../../api/imports';

type Replacement = Omit<ReplaceBody, 'after'>;

export interface Replaced {
  /** Rows; some may have been changed before it was refused. */
  changed: number;
  error?: unknown;
}

/**
 * Replaces through the whole file, request by request, so that it can be watched and stopped. `onChanged` is called
 * once, at the end, unless no row was changed.
 */
export function useReplaceAll(id: string, onChanged: () => void) {
  const [replace] = useReplaceInImportMutation();
  const [changed, setChanged] = useState<number | null>(null);
  const stopped = useRef(false);
  const isStopped = () => stopped.current;

  const run = async (replacement: Replacement): Promise<Replaced> => {
    stopped.current = false;
    let total = 0;
    setChanged(0);
    try {
      let after: number | null = 0;
      while (after !== null) {
        if (isStopped()) break;
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
      if (total > 0) onChanged();
    }
  };
  return {
    run,
    stop: () => {
      stopped.current = true;
    },
    /** Rows changed so far; null when nothing is being replaced. */
    changed,
  };
}
