import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import { cleanName, isName } from '../../../shared/text';
import { readFailure } from '../api/errors';
import { useFailureText } from './useFailureText';
import { errorText, useText } from './useText';

interface Options<Body, Saved> {
  send: (body: Body) => Promise<{ data: Saved } | { error: unknown }>;
  savedText: (saved: Saved) => string;
  onSaved: (saved: Saved) => void;
}

/** Saves something that people give a name to; `problem` is about the name, `failure` about everything else. */
export function useNamedSaving<Body extends { name: string }, Saved>(
  options: Options<Body, Saved>,
) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [isSaving, setSaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [failure, setFailure] = useState<string | null>(null);

  const save = async (body: Body) => {
    setProblem(null);
    setFailure(null);
    if (!isName(cleanName(body.name))) {
      setProblem(t(errorText('name.invalid')));
      return;
    }
    setSaving(true);
    const answer = await options.send(body);
    setSaving(false);
    if ('error' in answer) {
      const why = readFailure(answer.error);
      const isAboutName = why.kind === 'refused' && why.code.startsWith('name.');
      (isAboutName ? setProblem : setFailure)(failureText(answer.error));
      return;
    }
    toggleNotification({ type: 'success', message: options.savedText(answer.data) });
    options.onSaved(answer.data);
  };
  return { save, isSaving, problem, clearProblem: () => setProblem(null), failure };
}
