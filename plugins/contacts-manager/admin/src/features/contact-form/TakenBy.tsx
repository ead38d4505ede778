import { Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { FieldError } from '../../../../shared/errors';
import { CONTACT_STATUSES } from '../../../../shared/status';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';

interface Props {
  owner: NonNullable<FieldError['owner']>;
  phone: string;
}

/** The way to whoever has the number, in another tab of the browser: nothing typed here is lost. */
export function TakenBy({ owner, phone }: Props) {
  const t = useText();
  const tab = CONTACT_STATUSES.find((status) => status === owner.contactStatus) ?? 'active';
  const search = new URLSearchParams({ search: phone }).toString();
  return (
    <Link tag={RouterLink} to={`${ROOT_PATH}/${tab}?${search}`} target="_blank">
      {t('form.show-owner', { name: owner.name })}
    </Link>
  );
}
