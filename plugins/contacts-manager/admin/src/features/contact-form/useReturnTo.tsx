import { Link } from '@strapi/design-system';
import { ArrowLeft } from '@strapi/icons';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';

const isState = (state: unknown): state is { returnTo: string } =>
  typeof state === 'object' &&
  state !== null &&
  'returnTo' in state &&
  typeof state.returnTo === 'string' &&
  state.returnTo.startsWith(`${ROOT_PATH}/`);

/** The list the person came from, with its search, filters and page; the first tab for a shared address. */
export function useReturnTo(): string {
  const state: unknown = useLocation().state;
  return isState(state) ? state.returnTo : `${ROOT_PATH}/active`;
}

export function BackToList({ to }: { to: string }) {
  const t = useText();
  return (
    <Link tag={RouterLink} to={to} startIcon={<ArrowLeft />}>
      {t('form.back')}
    </Link>
  );
}
