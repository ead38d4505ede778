import { useState, type ComponentProps } from 'react';
import { usePreviewBulkQuery } from '../../api/contacts';
import { useText } from '../../components/useText';
import { ChangeDialog } from './ChangeDialog';
import { GroupChoice } from './GroupChoice';
import { countOf, Impact } from './Impact';
import { useBulkChange } from './useBulkChange';
import type { DialogProps } from './VerbDialog';

interface Props extends DialogProps {
  verb: 'add-to-groups' | 'remove-from-groups';
  confirmLabel: string;
  choice: Pick<
    ComponentProps<typeof GroupChoice>,
    'options' | 'isLoading' | 'value' | 'onChange' | 'emptyText'
  >;
}

/** Ticks groups, and says what it means for the contacts to be put into them, or taken out. */
export function GroupsDialog({ verb, confirmLabel, choice, ...props }: Props) {
  const { chosen, onDone, onClose, returnFocus } = props;
  const t = useText();
  const [isTried, setTried] = useState(false);
  const { selection, contacts } = chosen;
  const groups = choice.value;
  const isChosen = groups.length > 0;
  const preview = usePreviewBulkQuery({ action: verb, selection, groups }, { skip: !isChosen });
  const change = useBulkChange(verb, onDone);
  const count = countOf(chosen, preview.data);

  const confirm = () => {
    setTried(true);
    if (isChosen) void change.apply({ selection, groups });
  };

  return (
    <ChangeDialog
      title={t(`dialog.${verb}.title`, { count, name: contacts[0]?.name ?? '' })}
      confirmLabel={confirmLabel}
      isPointless={isChosen && preview.currentData?.applied === 0}
      onConfirm={confirm}
      onClose={change.partly ? onDone : onClose}
      returnFocus={returnFocus}
      {...change}
    >
      <GroupChoice
        label={t(`dialog.${verb}.label`)}
        error={isTried && !isChosen ? t('dialog.add-to-groups.none') : undefined}
        isSearchFirst
        {...choice}
      />
      {isChosen ? <Impact verb={verb} preview={preview} leaving={groups} /> : null}
    </ChangeDialog>
  );
}
