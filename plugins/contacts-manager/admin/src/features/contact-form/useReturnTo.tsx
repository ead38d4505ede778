import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';

/** Where a page leads back to, and where that page leads back to in turn. */
export interface ReturnState {
  returnTo: string;
  then?: string;
}

export interface ReturnTarget {
  to: string;
  /** For the router, so that the page there knows its own way back. */
  state: ReturnState | null;
}

const isOurs = (path: unknown): path is string =>
  typeof path === 'string' && path.startsWith(`${ROOT_PATH}/`);

/** The page the person came from, with its search, filters and page; null for a shared address. */
export function useOrigin(): ReturnTarget | null {
  const state: unknown = useLocation().state;
  if (typeof state !== 'object' || state === null || !('returnTo' in state)) return null;
  if (!isOurs(state.returnTo)) return null;
  const then = 'then' in state && isOurs(state.then) ? state.then : null;
  return { to: state.returnTo, state: then === null ? null : { returnTo: then } };
}

/** The same, or the first tab. */
export const useReturnTo = (): ReturnTarget =>
  useOrigin() ?? { to: `${ROOT_PATH}/active`, state: null };

export function BackLink({ target: { to, state } }: { target: ReturnTarget }) {
  const t = useText();
  const isContact = to.startsWith(`${ROOT_PATH}/contacts/`);
  return (
    <Link tag={RouterLink} to={to} state={state} startIcon={<ArrowLeft />}>
      {t(isContact ? 'form.back-to-contact' : 'form.back')}
    </Link>
  );
}
