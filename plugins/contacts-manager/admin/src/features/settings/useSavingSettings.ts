import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { FieldError } from '../../../../shared/errors';
import { readFailure } from '../../api/errors';
import { useChangeSettingsOfContactsMutation } from '../../api/settings';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import {
  findWrongNumbers,
  settingsOf,
  type NumberName,
  type SettingsDraft,
} from './settings-draft';

interface Problems {
  wrong: readonly NumberName[];
  conflicts: readonly FieldError[];
  message: string | null;
}
const NO_PROBLEMS: Problems = { wrong: [], conflicts: [], message: null };

/**
 * Saves what is typed over the settings of `base`, or says why not. Whatever goes wrong, everything that was typed stays;
 * only when somebody else has saved meanwhile, what is in force takes its place.
 */
export function useSavingSettings(base: string | null) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [send] = useChangeSettingsOfContactsMutation();
  const [problems, setProblems] = useState(NO_PROBLEMS);

  const refusalOf = (error: unknown): Problems => {
    const failure = readFailure(error);
    const isConflict = failure.kind === 'refused' && failure.code === 'settings.number-conflicts';
    return isConflict
      ? { ...NO_PROBLEMS, conflicts: failure.fields }
      : { ...NO_PROBLEMS, message: failureText(error) };
  };

  /** Whether they are saved. */
  const save = async (draft: SettingsDraft): Promise<boolean> => {
    const settings = settingsOf(draft);
    if (!settings) {
      setProblems({ ...NO_PROBLEMS, wrong: findWrongNumbers(draft) });
      return false;
    }
    const answer = await send({ ...settings, base });
    if ('error' in answer) {
      setProblems(refusalOf(answer.error));
      return false;
    }
    setProblems(NO_PROBLEMS);
    toggleNotification({ type: 'success', message: t('settings.saved') });
    return true;
  };

  return { problems, save };
}
