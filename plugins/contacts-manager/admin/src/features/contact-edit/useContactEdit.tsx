import { useNotification } from '@strapi/strapi/admin';
import { useState, type ReactNode } from 'react';
import type { ContactBody, ContactView } from '../../../../shared/contracts/contacts';
import { useUpdateContactMutation } from '../../api/contacts';
import { readConflict } from '../../api/errors';
import { useText } from '../../components/useText';
import { useChanges } from '../changes/ChangesContext';
import { ConflictDialog, type Question } from './ConflictDialog';
import { baseOf, leaveOut, seenBy, type ValuePath } from './edit-values';
import { useMeanwhileText } from './useMeanwhileText';

export type EditOutcome =
  | { kind: 'saved'; isChanged: boolean }
  | { kind: 'refused'; error: unknown }
  /** The person was asked and did not choose: everything typed stays, nothing is saved. */
  | { kind: 'undecided' };

interface Asked extends Question {
  answer: (left: ValuePath[] | null) => void;
}

/**
 * Saves changed fields of a contact against the version the person saw. Where a colleague has written something
 * else meanwhile, both versions are shown and the choice is saved; `dialog` has to be on the page.
 */
export function useContactEdit(seen: ContactView) {
  const { toggleNotification } = useNotification();
  const { announce } = useChanges();
  const t = useText();
  const meanwhileText = useMeanwhileText(seen);
  const [update, { isLoading }] = useUpdateContactMutation();
  const [asked, setAsked] = useState<Asked | null>(null);

  const ask = (question: Question) =>
    new Promise<ValuePath[] | null>((resolve) => {
      const answer = (left: ValuePath[] | null) => {
        setAsked(null);
        resolve(left);
      };
      setAsked({ ...question, answer });
    });

  const saveAgainst = async (sent: ContactBody, base: ContactBody): Promise<EditOutcome> => {
    const { documentId } = seen;
    const result = await update({ documentId, data: { ...sent, base: seenBy(sent, base) } });
    if ('data' in result) {
      for (const message of meanwhileText(result.data.meanwhile)) {
        toggleNotification({ type: 'info', message, timeout: 10_000 });
      }
      const { data: contact, operationId } = result.data;
      if (operationId) announce(operationId, t('form.saved', { name: contact.name }));
      return { kind: 'saved', isChanged: operationId !== null };
    }
    const conflict = readConflict(result.error);
    if (!conflict) return { kind: 'refused', error: result.error };
    const left = await ask({ conflict, fields: conflict.fields, sent });
    if (!left) return { kind: 'undecided' };
    const rest = leaveOut(sent, left);
    if (Object.keys(rest).length === 0) return { kind: 'saved', isChanged: false };
    // What was added to and taken from groups is still meant against the groups the person saw.
    const { groups } = base;
    return saveAgainst(rest, { ...baseOf(conflict.current), ...(groups && { groups }) });
  };

  const dialog: ReactNode = asked ? (
    <ConflictDialog
      {...asked}
      onChoose={(left) => asked.answer(left)}
      onClose={() => asked.answer(null)}
    />
  ) : null;
  return { save: (sent: ContactBody) => saveAgainst(sent, baseOf(seen)), isLoading, dialog };
}
