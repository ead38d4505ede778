import { useText } from '../../components/useText';
import { GroupsDialog } from './GroupsDialog';
import { useLeavable } from './useLeavable';
import type { DialogProps } from './VerbDialog';

/** Takes contacts out of groups; who is in none of them is not touched. */
export function RemoveFromGroupsDialog(props: DialogProps) {
  const t = useText();
  const { options, isLoading, value, onChange } = useLeavable(props.chosen);
  const emptyText = t('dialog.remove-from-groups.in-none');
  return (
    <GroupsDialog
      verb="remove-from-groups"
      confirmLabel={t('dialog.remove-from-groups.confirm')}
      choice={{ options, isLoading, value, onChange, emptyText }}
      {...props}
    />
  );
}
