import { useState } from 'react';
import { usePreviewBulkQuery } from '../../api/contacts';
import { useText } from '../../components/useText';
import { ChangeDialog } from './ChangeDialog';
import { GroupChoice } from './GroupChoice';
import { countOf, Impact } from './Impact';
import { useBulkChange } from './useBulkChange';
import { useLeavable } from './useLeavable';
import type { DialogProps } from './VerbDialog';

/** Takes contacts out of groups; who is in none of them is not touched. */
export function RemoveFromGroupsDialog({ chosen, onDone, onClose, returnFocus }: DialogProps) {
  const t = useText();
  const [isTried, setTried] = useState(false);
  const { options, isLoading, value: groups, onChange } = useLeavable(chosen);
  const { selection, contacts } = chosen;
  const preview = usePreviewBulkQuery(
    { action: 'remove-from-groups', selection, groups },
    { skip: groups.length === 0 },
  );
  const change = useBulkChange('remove-from-groups', onDone);
  const count = countOf(chosen, preview.data);

  const confirm = () => {
    setTried(true);
    if (groups.length > 0) void change.apply({ selection, groups });
  };

  return (
    <ChangeDialog
      title={t('dialog.remove-from-groups.title', { count, name: contacts[0]?.name ?? '' })}
      confirmLabel={t('dialog.remove-from-groups.confirm')}
      isPointless={groups.length > 0 && preview.currentData?.applied === 0}
      onConfirm={confirm}
      onClose={change.partly ? onDone : onClose}
      returnFocus={returnFocus}
      {...change}
    >
      <GroupChoice
        label={t('dialog.remove-from-groups.label')}
        error={isTried && groups.length === 0 ? t('dialog.add-to-groups.none') : undefined}
        isSearchFirst
        options={options}
        isLoading={isLoading}
        value={groups}
        onChange={onChange}
        emptyText={t('dialog.remove-from-groups.in-none')}
      />
      {groups.length > 0 ? (
        <Impact verb="remove-from-groups" preview={preview} leaving={groups} />
      ) : null}
    </ChangeDialog>
  );
}
