import { useMemo, useState, type ReactNode } from 'react';
import { ChangeNotice } from './ChangeNotice';
import { ChangesContext } from './ChangesContext';

/** Keeps the last change in sight while the person goes on to other pages of Contacts. */
export function ChangesProvider({ children }: { children: ReactNode }) {
  const [operationId, setOperationId] = useState<string | null>(null);
  const changes = useMemo(() => ({ announce: setOperationId }), []);
  return (
    <ChangesContext.Provider value={changes}>
      {children}
      {operationId === null ? null : (
        <ChangeNotice
          key={operationId}
          operationId={operationId}
          onClose={() => setOperationId(null)}
        />
      )}
    </ChangesContext.Provider>
  );
}
