import { AddToGroupsDialog } from './AddToGroupsDialog';
import { BinDialog } from './BinDialog';
import { StatusDialog } from './StatusDialog';
import type { Chosen } from './ticks';
import type { DialogVerb } from './verbs';

export interface DialogProps {
  chosen: Chosen;
  /** The change is made and read: forget the ticks. */
  onDone: () => void;
  /** Nothing was changed. */
  onClose: () => void;
  returnFocus: () => void;
}

export function VerbDialog({ verb, ...props }: DialogProps & { verb: DialogVerb }) {
  if (verb === 'add-to-groups') return <AddToGroupsDialog {...props} />;
  if (verb === 'delete') return <BinDialog {...props} />;
  return <StatusDialog action={verb} {...props} />;
}
