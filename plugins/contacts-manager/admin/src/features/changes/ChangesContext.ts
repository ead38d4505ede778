import { createContext, useContext } from 'react';

export interface Changes {
  /** Shows what came, or is coming, of a change, with the way back. */
  announce: (operationId: string) => void;
}

export const ChangesContext = createContext<Changes>({ announce: () => undefined });

export const useChanges = (): Changes => useContext(ChangesContext);
