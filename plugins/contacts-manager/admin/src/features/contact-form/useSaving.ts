import { useRef, useState } from 'react';
import type { CountryCode } from '../../../../shared/phone';
import { readFailure } from '../../api/errors';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import type { FieldRules } from './custom-values';
import type { Entry } from './entries';
import { placeProblems, type ServerProblem } from './server-problems';
import { validateEntries } from './validate-entries';

export type SendOutcome =
  | { kind: 'saved' }
  | { kind: 'refused'; error: unknown }
  /** The person was asked something and did not decide: the form stays as it is. */
  | { kind: 'undecided' };
export type SendEntries = (entries: Entry[]) => Promise<SendOutcome>;

interface Options {
  defaultCountry: CountryCode | undefined;
  rules: FieldRules;
  send: SendEntries;
  onSaved: (entries: Entry[]) => void;
  /** Every problem is to be shown now, and the first one to be reached. */
  onProblems: () => void;
}

/** One attempt to save at a time; whatever goes wrong, everything that was typed stays. */
export function useSaving({ defaultCountry, rules, send, onSaved, onProblems }: Options) {
  const t = useText();
  const failureText = useFailureText();
  const [problems, setProblems] = useState<ServerProblem[]>([]);
  const [failure, setFailure] = useState<string | null>(null);
  // State would come a render too late for the second half of a double click.
  const isUnderWay = useRef(false);

  const refuse = (error: unknown, entries: Entry[]) => {
    const reason = readFailure(error);
    const { placed, unplaced } =
      reason.kind === 'refused'
        ? placeProblems(reason.fields, entries)
        : { placed: [], unplaced: [] };
    setProblems(placed);
    const isPlaced = placed.length > 0 && unplaced.length === 0;
    setFailure(isPlaced ? t('form.not-saved') : failureText(error));
    onProblems();
  };

  const save = async ({ entries }: { entries: Entry[] }) => {
    if (isUnderWay.current) return;
    setFailure(null);
    const found = validateEntries(entries, defaultCountry, rules);
    if (found.some((own) => Object.keys(own).length > 0)) {
      onProblems();
      return;
    }
    isUnderWay.current = true;
    const outcome = await send(entries);
    isUnderWay.current = false;
    if (outcome.kind === 'saved') onSaved(entries);
    if (outcome.kind === 'refused') refuse(outcome.error, entries);
  };

  return { save, problems, failure };
}
