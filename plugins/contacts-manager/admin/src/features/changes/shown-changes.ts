/** A change whose notice is in sight. */
export interface ShownChange {
  operationId: string;
  /** Until its end has been seen. */
  isRunning: boolean;
  /** What is said of its end, when that is more than a number of contacts. */
  done?: string | undefined;
}

export type ChangeEvent =
  | { type: 'announced'; operationId: string; done?: string | undefined }
  | { type: 'ended' | 'closed'; operationId: string };

/** The newest last. One that is over makes room for the next; one that is being made stays beside it. */
export function nextShown(
  shown: readonly ShownChange[],
  event: ChangeEvent,
): readonly ShownChange[] {
  const { operationId } = event;
  const others = shown.filter((change) => change.operationId !== operationId);
  switch (event.type) {
    case 'announced':
      return [
        ...others.filter(({ isRunning }) => isRunning),
        { operationId, isRunning: true, done: event.done },
      ];
    case 'ended':
      return shown.map((change) =>
        change.operationId === operationId ? { ...change, isRunning: false } : change,
      );
    case 'closed':
      return others;
  }
}

const keyOf = (userId: string) => `contacts-manager.running-changes.${userId}`;

/** Remembers what is being made, of one person in one window: a reload picks it up again. */
export function keepRunning(storage: Storage, userId: string, shown: readonly ShownChange[]): void {
  const running = shown.filter(({ isRunning }) => isRunning).map(({ operationId }) => operationId);
  if (running.length === 0) storage.removeItem(keyOf(userId));
  else storage.setItem(keyOf(userId), running.join(' '));
}

export const readRunning = (storage: Storage, userId: string): ShownChange[] =>
  (storage.getItem(keyOf(userId)) ?? '')
    .split(' ')
    .filter(Boolean)
    .map((operationId) => ({ operationId, isRunning: true }));
