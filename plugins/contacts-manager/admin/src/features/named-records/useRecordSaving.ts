import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { NamedRecordBody, NamedRecordView } from '../../../../shared/contracts/named-records';
import { cleanName, isName } from '../../../../shared/text';
import { readFailure } from '../../api/errors';
import {
  useCreateNamedRecordMutation,
  useUpdateNamedRecordMutation,
  type NamedRecordKind,
} from '../../api/named-records';
import { useFailureText } from '../../components/useFailureText';
import { errorText, useText } from '../../components/useText';
import { isolate } from './isolate';

interface Props {
  kind: NamedRecordKind;
  /** Undefined to add one. */
  record: NamedRecordView | undefined;
  onSaved: () => void;
}

/** Saves a new or an existing record; `problem` is about the name, `failure` about everything else. */
export function useRecordSaving({ kind, record, onSaved }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [create, creating] = useCreateNamedRecordMutation();
  const [update, updating] = useUpdateNamedRecordMutation();
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const save = async (data: NamedRecordBody) => {
    setProblem(null);
    setFailure(null);
    if (!isName(cleanName(data.name))) {
      setProblem(t(errorText('name.invalid')));
      return;
    }
    const answer = record
      ? await update({ kind, documentId: record.documentId, data })
      : await create({ kind, data });
    if ('error' in answer) {
      const why = readFailure(answer.error);
      const isAboutName = why.kind === 'refused' && why.code.startsWith('name.');
      (isAboutName ? setProblem : setFailure)(failureText(answer.error));
      return;
    }
    toggleNotification({
      type: 'success',
      message: t(record ? `${kind}.saved` : `${kind}.added`, { name: isolate(answer.data.name) }),
    });
    onSaved();
  };
  return {
    save,
    isSaving: creating.isLoading || updating.isLoading,
    problem,
    clearProblem: () => setProblem(null),
    failure,
  };
}
