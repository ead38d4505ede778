import { useState } from 'react';
import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useText } from '../../components/useText';
import { GroupsDialog } from './GroupsDialog';
import type { DialogProps } from './VerbDialog';

/** Puts one contact or many into existing groups; who is in one already is not touched. */
export function AddToGroupsDialog(props: DialogProps) {
  const t = useText();
  const [value, onChange] = useState<string[]>([]);
  const { data: options = [], isLoading } = useGetNamedRecordsQuery({ kind: 'groups' });
  return (
    <GroupsDialog
      verb="add-to-groups"
      confirmLabel={t('verb.add-to-groups')}
      choice={{ options, isLoading, value, onChange }}
      {...props}
    />
  );
}
