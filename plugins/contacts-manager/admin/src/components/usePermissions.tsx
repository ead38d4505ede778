import { Page, useAuth, useRBAC } from '@strapi/strapi/admin';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { actionId, PERMISSION_NAMES, type Permission } from '../../../shared/permissions';

/** What the person may do with contacts. */
export type Rights = Record<Permission, boolean>;

// useRBAC compares by identity first: a list made per render would ask again on each.
const ALL = PERMISSION_NAMES.map((name) => ({ action: actionId(name), subject: null }));

const noRights = (): Rights => ({
  read: false,
  create: false,
  update: false,
  archive: false,
  block: false,
  delete: false,
  import: false,
  export: false,
  groups: false,
  categories: false,
  history: false,
  insights: false,
  privacy: false,
  settings: false,
});

const RightsContext = createContext<Rights>(noRights());

/** Asks once for the whole plugin: useRBAC starts every mount with "nothing allowed", which would flicker. */
export function PermissionsProvider({ children }: { children: ReactNode }) {
  const isLoading = useAuth('PermissionsProvider', (auth) => auth.isLoading);
  // useRBAC asks at its first render only. Where the page is faster than the person's permissions, which
  // happens on reloads under load, it would find none of them and never ask again.
  if (isLoading) return <Page.Loading />;
  return <LoadedPermissions>{children}</LoadedPermissions>;
}

function LoadedPermissions({ children }: { children: ReactNode }) {
  const { allowedActions, isLoading, error } = useRBAC(ALL);
  const rights = useMemo(() => {
    const all = noRights();
    for (const name of PERMISSION_NAMES) {
      all[name] = allowedActions[`can${name.charAt(0).toUpperCase()}${name.slice(1)}`] === true;
    }
    return all;
  }, [allowedActions]);
  if (isLoading) return <Page.Loading />;
  if (error) return <Page.Error />;
  return <RightsContext.Provider value={rights}>{children}</RightsContext.Provider>;
}

/** `const may = usePermissions(); may.archive && <Button … />` */
export const usePermissions = (): Rights => useContext(RightsContext);

/** A page that only people with this right may open. */
export function RequireRight({ right, children }: { right: Permission; children: ReactNode }) {
  return usePermissions()[right] ? <>{children}</> : <Page.NoPermissions />;
}
