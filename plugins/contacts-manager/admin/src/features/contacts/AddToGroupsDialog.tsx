import { useState } from 'react';
import { usePreviewBulkQuery } from '../../api/contacts';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useText } from '../../components/useText';
import { ChangeDialog } from './ChangeDialog';
import { GroupChoice } from './GroupChoice';
import { countOf, Impact } from './Impact';
import { useBulkChange } from './useBulkChange';
import type { DialogProps } from './VerbDialog';

/** Puts one contact or many into existing groups; who is in one already is not touched. */
export function AddToGroupsDialog({ chosen, onDone, onClose, returnFocus }: DialogProps) {
  const t = useText();
  const [groups, setGroups] = useState<string[]>([]);
  const [isTried, setTried] = useState(false);
  const all = useGetNamedRecordsQuery({ kind: 'groups' });
  const { selection, contacts } = chosen;
  const preview = usePreviewBulkQuery(
    { action: 'add-to-groups', selection, groups },
    { skip: groups.length === 0 },
  );
  const change = useBulkChange('add-to-groups', onDone);
  const count = countOf(chosen, preview.data);

  const confirm = () => {
    setTried(true);
    if (groups.length > 0) void change.apply({ selection, groups });
  };

  return (
    <ChangeDialog
      title={t('dialog.add-to-groups.title', { count, name: contacts[0]?.name ?? '' })}
      confirmLabel={t('verb.add-to-groups')}
      isPointless={groups.length > 0 && preview.currentData?.applied === 0}
      onConfirm={confirm}
      onClose={change.partly ? onDone : onClose}
      returnFocus={returnFocus}
      {...change}
    >
      <GroupChoice
        label={t('dialog.add-to-groups.label')}
        error={isTried && groups.length === 0 ? t('dialog.add-to-groups.none') : undefined}
        isSearchFirst
        options={all.data ?? []}
        isLoading={all.isLoading}
        value={groups}
        onChange={setGroups}
      />
      {groups.length > 0 ? <Impact verb="add-to-groups" preview={preview} /> : null}
    </ChangeDialog>
  );
}
