import { useMemo, useState, type ReactNode } from 'react';
import { ChangeNotice } from './ChangeNotice';
import { ChangesContext } from './ChangesContext';

interface Shown {
  operationId: string;
  done: string | undefined;
}

/** Keeps the last change in sight while the person goes on to other pages of Contacts. */
export function ChangesProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<Shown | null>(null);
  const changes = useMemo(
    () => ({ announce: (operationId: string, done?: string) => setShown({ operationId, done }) }),
    [],
  );
  return (
    <ChangesContext.Provider value={changes}>
      {children}
      {shown ? (
        <ChangeNotice key={shown.operationId} {...shown} onClose={() => setShown(null)} />
      ) : null}
    </ChangesContext.Provider>
  );
}
