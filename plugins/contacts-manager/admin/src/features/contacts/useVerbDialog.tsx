import { useState, type ReactNode, type RefObject } from 'react';
import type { Chosen } from './ticks';
import { VerbDialog } from './VerbDialog';
import type { DialogVerb } from './verbs';

interface OpenDialog {
  verb: DialogVerb;
  chosen: Chosen;
  trigger: HTMLElement | null;
}

/**
 * The one dialog of a list. After a change the row may be in another tab and its menu gone with it: then the
 * focus goes to `fallback` and not to nowhere.
 */
export function useVerbDialog(onDone: () => void, fallback: RefObject<HTMLElement>) {
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const element: ReactNode = dialog ? (
    <VerbDialog
      verb={dialog.verb}
      chosen={dialog.chosen}
      onDone={() => {
        setDialog(null);
        onDone();
      }}
      onClose={() => setDialog(null)}
      returnFocus={() =>
        (dialog.trigger?.isConnected ? dialog.trigger : fallback.current)?.focus({
          preventScroll: true,
        })
      }
    />
  ) : null;
  return { open: setDialog, element };
}
