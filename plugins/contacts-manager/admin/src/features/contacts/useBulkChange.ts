import { useNotification } from '@strapi/strapi/admin';
import { useRef, useState } from 'react';
import type { BulkAction, BulkAnswer } from '../../../../shared/contracts/bulk';
import { useApplyBulkMutation, type BulkRequest } from '../../api/contacts';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { useChanges } from '../changes/ChangesContext';

interface Outcome {
  /** Set once the change is made and somebody was left out: the dialog stays and lists them. */
  partly: BulkAnswer | null;
  /** Why it failed; the dialog stays with everything that was typed. */
  failure: string | null;
}

/** Makes a change; the notice says in numbers what comes of it. `onDone` runs when nothing is left to show. */
export function useBulkChange(verb: BulkAction, onDone: () => void) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const { announce } = useChanges();
  const [applyBulk, { isLoading }] = useApplyBulkMutation();
  const [outcome, setOutcome] = useState<Outcome>({ partly: null, failure: null });
  // State would come a render too late for the second half of a double click.
  const isUnderWay = useRef(false);

  const report = (answer: BulkAnswer) => {
    if (answer.operationId) announce(answer.operationId);
    else {
      const done = t(`result.${verb}`, { count: 0 });
      const left = t(`result.skipped`, { count: answer.skippedCount });
      toggleNotification({ type: 'warning', message: `${done} ${left}` });
    }
    if (answer.state === 'running') onDone();
    else if (answer.skippedCount > 0) setOutcome({ partly: answer, failure: null });
    else onDone();
  };

  const apply = async (request: Omit<BulkRequest, 'action'>) => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    setOutcome({ partly: null, failure: null });
    const result = await applyBulk({ action: verb, ...request });
    isUnderWay.current = false;
    if ('error' in result) setOutcome({ partly: null, failure: failureText(result.error) });
    else report(result.data);
  };

  return { apply, isApplying: isLoading, ...outcome };
}
