import { LinkButton } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { Link, useLocation } from 'react-router-dom';
import type { ContactStatus } from '../../../shared/status';
import { ContactsLayout } from '../components/ContactsLayout';
import { usePermissions } from '../components/usePermissions';
import { useText } from '../components/useText';
import { ContactsList } from '../features/contacts/ContactsList';
import { useListAddress } from '../features/contacts/useListAddress';
import { useMembersHeading } from '../features/named-records/useMembersHeading';
import { ROOT_PATH } from '../plugin-id';

export function ContactsPage({ status }: { status: ContactStatus }) {
  const t = useText();
  const may = usePermissions();
  const { pathname, search } = useLocation();
  const { address } = useListAddress();
  const heading = useMembersHeading(address);
  return (
    <ContactsLayout
      {...heading}
      primaryAction={
        may.create ? (
          <LinkButton
            tag={Link}
            to={`${ROOT_PATH}/new`}
            state={{ returnTo: `${pathname}${search}` }}
            startIcon={<Plus />}
            size="S"
          >
            {t('form.add')}
          </LinkButton>
        ) : undefined
      }
    >
      <ContactsList key={status} status={status} />
    </ContactsLayout>
  );
}
