import { Typography } from '@strapi/design-system';
import { useState } from 'react';
import { usePreviewBulkQuery } from '../../api/contacts';
import { useText } from '../../components/useText';
import { ChangeDialog } from './ChangeDialog';
import { GroupChoice } from './GroupChoice';
import { countOf, Impact } from './Impact';
import { useBulkChange } from './useBulkChange';
import { useLeavable } from './useLeavable';
import type { DialogProps } from './VerbDialog';

/** Out of some groups and into others, as one change. */
export function MoveToGroupDialog({ chosen, onDone, onClose, returnFocus }: DialogProps) {
  const t = useText();
  const [isTried, setTried] = useState(false);
  const from = useLeavable(chosen);
  const [groups, setGroups] = useState<string[]>([]);
  const { selection, contacts } = chosen;
  const fromGroups = from.value;
  const isComplete = fromGroups.length > 0 && groups.length > 0;
  const preview = usePreviewBulkQuery(
    { action: 'move-to-group', selection, fromGroups, groups },
    { skip: !isComplete },
  );
  const change = useBulkChange('move-to-group', onDone);
  const count = countOf(chosen, preview.data);
  const missing = (value: string[]) =>
    isTried && value.length === 0 ? t('dialog.add-to-groups.none') : undefined;

  const confirm = () => {
    setTried(true);
    if (isComplete) void change.apply({ selection, fromGroups, groups });
  };

  return (
    <ChangeDialog
      title={t('dialog.move-to-group.title', { count, name: contacts[0]?.name ?? '' })}
      confirmLabel={t('dialog.move-to-group.confirm')}
      isPointless={isComplete && preview.currentData?.applied === 0}
      onConfirm={confirm}
      onClose={change.partly ? onDone : onClose}
      returnFocus={returnFocus}
      {...change}
    >
      <Typography textColor="neutral800">{t('dialog.move-to-group.meaning')}</Typography>
      <GroupChoice
        label={t('dialog.move-to-group.from')}
        error={missing(fromGroups)}
        isSearchFirst
        options={from.options}
        isLoading={from.isLoading}
        value={fromGroups}
        onChange={from.onChange}
        emptyText={t('dialog.remove-from-groups.in-none')}
      />
      <GroupChoice
        label={t('dialog.move-to-group.to')}
        error={missing(groups)}
        options={from.all}
        isLoading={from.isLoading}
        value={groups}
        onChange={setGroups}
      />
      {isComplete ? (
        <Impact
          verb="move-to-group"
          preview={preview}
          leaving={fromGroups.filter((group) => !groups.includes(group))}
        />
      ) : null}
    </ChangeDialog>
  );
}
