import { Box, Flex, Loader, Typography } from '@strapi/design-system';
import { useGetStatusChangeQuery } from '../../api/contacts';
import { useDateTime } from '../../components/DateTime';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';
import type { Ticked } from './ticks';

/** More are not read anyway, and each one is a request. */
const SHOWN = 10;

function BlockedContact({ contact, isNamed }: { contact: Ticked; isNamed: boolean }) {
  const t = useText();
  const formatDateTime = useDateTime();
  const { data: change, isLoading } = useGetStatusChangeQuery(contact.documentId);
  if (isLoading) return <Loader small>{t('blocked-by.loading')}</Loader>;
  const at = change?.at ?? contact.statusChangedAt;
  const reason = change?.reason ?? contact.statusReason;
  return (
    <Box background="neutral100" hasRadius padding={4}>
      <Flex direction="column" alignItems="stretch" gap={1}>
        {isNamed ? <UserText fontWeight="semiBold">{contact.name}</UserText> : null}
        <Typography textColor="neutral800">
          {t('blocked-by.who', {
            by: change?.by ?? t('blocked-by.unknown'),
            at: at ? formatDateTime(at) : t('blocked-by.unknown-time'),
          })}
        </Typography>
        <Typography dir="auto" textColor="neutral800">
          {reason ? t('blocked-by.reason', { reason }) : t('blocked-by.no-reason')}
        </Typography>
      </Flex>
    </Box>
  );
}

/** Who blocked, when and why: read before it is undone. */
export function BlockedBy({ contacts }: { contacts: readonly Ticked[] }) {
  const t = useText();
  const rest = contacts.length - SHOWN;
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      {contacts.slice(0, SHOWN).map((contact) => (
        <BlockedContact key={contact.documentId} contact={contact} isNamed={contacts.length > 1} />
      ))}
      {rest > 0 ? (
        <Typography textColor="neutral600">{t('blocked-by.more', { count: rest })}</Typography>
      ) : null}
    </Flex>
  );
}
