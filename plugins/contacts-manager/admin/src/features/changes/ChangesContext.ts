import { createContext, useContext } from 'react';

export interface Changes {
  /**
   * Shows what came, or is coming, of a change, with the way back. `done` says it better than the number of
   * contacts would.
   */
  announce: (operationId: string, done?: string) => void;
}

export const ChangesContext = createContext<Changes>({ announce: () => undefined });

export const useChanges = (): Changes => useContext(ChangesContext);
