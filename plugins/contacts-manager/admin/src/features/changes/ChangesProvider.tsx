import { Flex } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useEffect, useMemo, useReducer, type ReactNode } from 'react';
import { styled } from 'styled-components';
import { attempt } from '../../components/attempt';
import { useText } from '../../components/useText';
import { ChangeNotice } from './ChangeNotice';
import { ChangesContext } from './ChangesContext';
import { keepRunning, nextShown, readRunning } from './shown-changes';

/** Over whatever page is open, and out of the way of its own buttons. */
const Place = styled(Flex)`
  position: fixed;
  z-index: ${({ theme }) => theme.zIndices.overlay};
  inset-block-end: ${({ theme }) => theme.spaces[6]};
  inset-inline: 0;
  margin-inline: auto;
  width: min(56rem, calc(100vw - 3.2rem));
`;

/** Keeps the last change in sight, and those being made, while the person goes on to other pages or reloads. */
export function ChangesProvider({ children }: { children: ReactNode }) {
  const t = useText();
  const user = useAuth('ChangesProvider', (auth) => auth.user?.id);
  const userId = String(user ?? '');
  const [shown, tell] = useReducer(nextShown, userId, (id) => {
    return attempt(() => readRunning(window.sessionStorage, id)) ?? [];
  });
  useEffect(() => {
    attempt(() => keepRunning(window.sessionStorage, userId, shown));
  }, [userId, shown]);
  const changes = useMemo(
    () => ({
      announce: (operationId: string, done?: string) =>
        tell({ type: 'announced', operationId, done }),
    }),
    [],
  );
  return (
    <ChangesContext.Provider value={changes}>
      {children}
      {shown.length === 0 ? null : (
        <Place
          tag="aside"
          aria-label={t('change.notices')}
          direction="column"
          alignItems="stretch"
          gap={2}
        >
          {shown.map(({ operationId, done }) => (
            <ChangeNotice key={operationId} operationId={operationId} done={done} onEvent={tell} />
          ))}
        </Place>
      )}
    </ChangesContext.Provider>
  );
}
