import { useCallback, useState } from 'react';
import type { EntryField } from './entries';
import type { EntryProblems, FieldProblem } from './validate-entries';

/**
 * Which problems are shown. A field that nobody has finished with is not told off: its problem appears after
 * a pause, on leaving it, or with the first attempt to save.
 */
export function useFieldState() {
  const [finished, setFinished] = useState<ReadonlySet<string>>(new Set());
  const [isTried, setTried] = useState(false);

  const finish = useCallback((key: string, field: EntryField) => {
    setFinished((before) => {
      const name = `${key}.${field}`;
      return before.has(name) ? before : new Set(before).add(name);
    });
  }, []);

  const shown = (key: string, problems: EntryProblems): EntryProblems =>
    isTried
      ? problems
      : Object.fromEntries(
          Object.entries(problems).filter(([field]) => finished.has(`${key}.${field}`)),
        );

  return { finish, shown, showAll: useCallback(() => setTried(true), []) };
}

export type ProblemOf = (field: EntryField) => FieldProblem | undefined;
