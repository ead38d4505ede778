import { Button, Typography } from '@strapi/design-system';
import { useState } from 'react';
import type { ContactBody, EditConflict, FieldChange } from '../../../../shared/contracts/contacts';
import { DialogFrame } from '../../components/DialogFrame';
import { useText } from '../../components/useText';
import { useTimeAgo } from '../../components/useTimeAgo';
import { baseOf, pathKey, type ValuePath } from './edit-values';
import { useFieldTexts } from './useFieldTexts';
import { useMeanwhileText, useWho } from './useMeanwhileText';
import { VersionChoice, type Side } from './VersionChoice';

export interface Question {
  conflict: EditConflict;
  /** Where both have written something. */
  fields: readonly ValuePath[];
  sent: ContactBody;
}

interface Props extends Question {
  /** The fields that stay as the other person left them. */
  onChoose: (left: ValuePath[]) => void;
  onClose: () => void;
}

/** Somebody else has saved other values for the same fields: both versions, and a choice for each. */
export function ConflictDialog({ conflict, fields, sent, onChoose, onClose }: Props) {
  const t = useText();
  const [choices, setChoices] = useState<Record<string, Side>>({});
  const { labelOf, textOf } = useFieldTexts(conflict.current);
  const theirsLabel = useTheirsLabel();
  const meanwhileText = useMeanwhileText(conflict.current);
  const keys = fields.map(pathKey);
  const changeOf = new Map(conflict.changes.map((change) => [pathKey(change.path), change]));
  const kept = conflict.changes.filter(({ path }) => !keys.includes(pathKey(path)));
  const current = baseOf(conflict.current);
  return (
    <DialogFrame
      title={t('edit.conflict.title')}
      gap={5}
      onClose={onClose}
      footer={
        <>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button
            disabled={keys.some((key) => choices[key] === undefined)}
            onClick={() => onChoose(fields.filter((path) => choices[pathKey(path)] === 'theirs'))}
          >
            {t('edit.conflict.save')}
          </Button>
        </>
      }
    >
      <Typography textColor="neutral800">{t('edit.conflict.meaning')}</Typography>
      {fields.map((path, index) => (
        <VersionChoice
          key={keys[index]}
          label={labelOf(path)}
          mine={textOf(path, sent)}
          theirs={textOf(path, current)}
          theirsLabel={theirsLabel(changeOf.get(pathKey(path)))}
          value={choices[pathKey(path)]}
          onChange={(side) => setChoices({ ...choices, [pathKey(path)]: side })}
        />
      ))}
      {meanwhileText(kept).map((text) => (
        <Typography key={text} textColor="neutral600">
          {text}
        </Typography>
      ))}
    </DialogFrame>
  );
}

function useTheirsLabel(): (change: FieldChange | undefined) => string {
  const t = useText();
  const who = useWho();
  const timeAgo = useTimeAgo();
  return (change) =>
    change?.at
      ? t('edit.theirs', { who: who(change.by), when: timeAgo(change.at) })
      : t('edit.theirs-unknown');
}
