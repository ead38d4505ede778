import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { CustomField } from '../../../../shared/custom-fields';
import { isolate } from '../named-records/isolate';
import { useCreateFieldMutation, useUpdateFieldMutation } from '../../api/custom-fields';
import { readFailure } from '../../api/errors';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import {
  changeBodyOf,
  findDefinitionProblems,
  newBodyOf,
  placeDefinitionProblems,
  type DefinitionForm,
  type DefinitionProblems,
} from './definition-form';

interface Props {
  /** Undefined to add one. */
  field: CustomField | undefined;
  onSaved: () => void;
}

/** Saves a new or a changed field; `problems` are about its attributes, `failure` about everything else. */
export function useDefinitionSaving({ field, onSaved }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [create, creating] = useCreateFieldMutation();
  const [update, updating] = useUpdateFieldMutation();
  const [problems, setProblems] = useState<DefinitionProblems>({});
  const [failure, setFailure] = useState<string | null>(null);

  /** Answers with whether there is anything to correct. */
  const save = async (form: DefinitionForm): Promise<boolean> => {
    const found = findDefinitionProblems(form);
    setProblems(found);
    setFailure(null);
    if (Object.keys(found).length > 0) return false;
    const answer = field
      ? await update({ documentId: field.documentId, data: changeBodyOf(form) })
      : await create(newBodyOf(form));
    if ('error' in answer) {
      const why = readFailure(answer.error);
      const placed = why.kind === 'refused' ? placeDefinitionProblems(why.fields) : null;
      if (placed) setProblems(placed);
      else setFailure(failureText(answer.error));
      return false;
    }
    toggleNotification({
      type: 'success',
      message: t(field ? 'fields.saved' : 'fields.added', { label: isolate(answer.data.label) }),
    });
    onSaved();
    return true;
  };

  const clear = (attribute: keyof DefinitionForm) =>
    setProblems(({ [attribute]: _cleared, ...others }) => others);

  return { save, clear, problems, failure, isSaving: creating.isLoading || updating.isLoading };
}
