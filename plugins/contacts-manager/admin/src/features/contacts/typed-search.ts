/** Long enough that a word is searched and not its letters. */
export const PAUSE_MS = 300;

/**
 * Between a search field and the address bar: tells what was typed once the typing pauses, and keeps apart what
 * the address bar says of its own accord and the mere echo of what it was told.
 */
export function createTypedSearch(shown: string, tell: (text: string) => void) {
  /** What the address bar says, as far as known here. */
  let known = shown;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = () => clearTimeout(timer);

  return {
    type(text: string) {
      stop();
      timer = setTimeout(() => {
        const typed = text.trim();
        if (typed === known) return;
        known = typed;
        tell(typed);
      }, PAUSE_MS);
    },
    /** Whether the field has to show `value`. Then what was typed meanwhile is dropped. */
    follow(value: string): boolean {
      if (value === known) return false;
      stop();
      known = value;
      return true;
    },
    /** The search was cleared without being typed away; the caller sees to the address bar. */
    clear() {
      stop();
      known = '';
    },
    stop,
  };
}
