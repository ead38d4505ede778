import { AddToGroupsDialog } from './AddToGroupsDialog';
import { StatusDialog } from './StatusDialog';
import type { Ticked } from './useTicks';
import type { DialogVerb } from './verbs';

export interface DialogProps {
  contacts: readonly Ticked[];
  /** The change is made and read: forget the ticks. */
  onDone: () => void;
  /** Nothing was changed. */
  onClose: () => void;
  returnFocus: () => void;
}

export function VerbDialog({ verb, ...props }: DialogProps & { verb: DialogVerb }) {
  return verb === 'add-to-groups' ? (
    <AddToGroupsDialog {...props} />
  ) : (
    <StatusDialog action={verb} {...props} />
  );
}
