import { AddToGroupsDialog } from './AddToGroupsDialog';
import { BinDialog } from './BinDialog';
import { ExportDialog } from './ExportDialog';
import { MoveToGroupDialog } from './MoveToGroupDialog';
import { RemoveFromGroupsDialog } from './RemoveFromGroupsDialog';
import { SetCategoryDialog } from './SetCategoryDialog';
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
  switch (verb) {
    case 'add-to-groups':
      return <AddToGroupsDialog {...props} />;
    case 'remove-from-groups':
      return <RemoveFromGroupsDialog {...props} />;
    case 'move-to-group':
      return <MoveToGroupDialog {...props} />;
    case 'set-category':
      return <SetCategoryDialog {...props} />;
    case 'export':
      return <ExportDialog {...props} />;
    case 'delete':
      return <BinDialog {...props} />;
    default:
      return <StatusDialog action={verb} {...props} />;
  }
}
