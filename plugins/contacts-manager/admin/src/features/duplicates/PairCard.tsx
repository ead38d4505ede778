import { Badge, Box, Button, Flex, Link, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { Link as RouterLink, useLocation } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { DuplicatePair, DuplicateReason } from '../../../../shared/contracts/duplicates';
import { formatPhone } from '../../../../shared/phone';
import { DateTime } from '../../components/DateTime';
import { StatusBadge } from '../../components/StatusBadge';
import { UserText } from '../../components/UserText';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';

const Sides = styled(Box)`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[4]};
`;

const Facts = styled(Box)`
  display: grid;
  grid-template-columns: minmax(10rem, max-content) minmax(0, 1fr);
  gap: ${({ theme }) => `${theme.spaces[1]} ${theme.spaces[3]}`};
  margin: 0;
  overflow-wrap: anywhere;
`;

/** What made the two look alike. */
const Alike = styled.mark`
  padding: 0 ${({ theme }) => theme.spaces[1]};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.warning100};
  color: ${({ theme }) => theme.colors.neutral800};
`;

function Fact({
  label,
  isAlike,
  children,
}: {
  label: string;
  isAlike?: boolean;
  children: ReactNode;
}) {
  return (
    <>
      <Typography tag="dt" textColor="neutral600">
        {label}
      </Typography>
      <Typography tag="dd" textColor="neutral800">
        {isAlike ? <Alike>{children}</Alike> : children}
      </Typography>
    </>
  );
}

function Side({ contact, reasons }: { contact: ContactView; reasons: DuplicateReason[] }) {
  const t = useText();
  const { pathname, search } = useLocation();
  const has = (...wanted: DuplicateReason[]) => wanted.some((reason) => reasons.includes(reason));
  const phones = [contact.primaryContact, contact.secondaryContact].filter(
    (phone) => phone !== null,
  );
  return (
    <Box minWidth={0}>
      <Flex gap={2} paddingBottom={2} wrap="wrap">
        <Link
          tag={RouterLink}
          to={`${ROOT_PATH}/edit/${contact.documentId}`}
          state={{ returnTo: `${pathname}${search}` }}
        >
          <UserText maxWidth="26rem" fontWeight="semiBold" textColor="primary600">
            {contact.name}
          </UserText>
        </Link>
        <StatusBadge status={contact.contactStatus} />
      </Flex>
      <Facts tag="dl">
        <Fact
          label={t('groups.people.numbers')}
          isAlike={has('number-variant', 'name-near-number')}
        >
          <span dir="ltr">{phones.map(formatPhone).join(', ')}</span>
        </Fact>
        {contact.email ? (
          <Fact label={t('form.email')} isAlike={has('email')}>
            {contact.email}
          </Fact>
        ) : null}
        {contact.category ? (
          <Fact label={t('column.category')}>
            <bdi>{contact.category.name}</bdi>
          </Fact>
        ) : null}
        {contact.groups.length > 0 ? (
          <Fact label={t('column.groups')}>
            <bdi>{contact.groups.map(({ name }) => name).join(', ')}</bdi>
          </Fact>
        ) : null}
        <Fact label={t('column.createdAt')}>
          <DateTime iso={contact.createdAt} />
        </Fact>
      </Facts>
    </Box>
  );
}

const Frame = ({ children }: { children: ReactNode }) => (
  <Box tag="li" background="neutral0" hasRadius shadow="tableShadow" padding={5}>
    {children}
  </Box>
);

/** Keeps the page from jumping when the pairs come. */
export const PairSkeleton = () => (
  <Frame>
    <Box height="14rem" aria-hidden />
  </Frame>
);

interface Props {
  pair: DuplicatePair;
  onMerge: (trigger: HTMLElement) => void;
  onDismiss: () => void;
}

/** Two contacts side by side, why they look alike, and what to do about it. */
export function PairCard({ pair, onMerge, onDismiss }: Props) {
  const t = useText();
  const may = usePermissions();
  const { contacts, reasons, shared } = pair;
  const names = { left: contacts[0].name, right: contacts[1].name };
  return (
    <Frame>
      <Flex gap={2} wrap="wrap" paddingBottom={4}>
        {reasons.map((reason) => (
          <Badge key={reason}>{t(`duplicates.reason.${reason}`)}</Badge>
        ))}
      </Flex>
      <Sides>
        {contacts.map((contact) => (
          <Side key={contact.documentId} contact={contact} reasons={reasons} />
        ))}
      </Sides>
      {shared === null ? null : (
        <Box paddingTop={3}>
          <Typography textColor="neutral600">
            {t('duplicates.shared', { count: shared })}
          </Typography>
        </Box>
      )}
      <Flex gap={2} wrap="wrap" paddingTop={4}>
        {may.delete ? (
          <Button
            size="S"
            aria-label={t('duplicates.merge-label', names)}
            onClick={(event) => onMerge(event.currentTarget)}
          >
            {t('duplicates.merge')}
          </Button>
        ) : null}
        <Button
          size="S"
          variant="tertiary"
          aria-label={t('duplicates.dismiss-label', names)}
          onClick={onDismiss}
        >
          {t('duplicates.dismiss')}
        </Button>
      </Flex>
    </Frame>
  );
}
