import { Box, Flex, Link, Typography } from '@strapi/design-system';
import { styled } from 'styled-components';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { UserText } from '../../components/UserText';

const Wrapped = styled(Typography)`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`;

/** Text of any length, with its own line breaks and reading direction. */
export const LongText = ({ children }: { children: string }) => (
  <Wrapped tag="p" dir="auto" textColor="neutral800">
    {children}
  </Wrapped>
);

export const EmailLink = ({ email }: { email: string }) => (
  <Link href={`mailto:${email}`} isExternal={false}>
    {email}
  </Link>
);

const Dot = styled.span<{ $color: string }>`
  width: 0.8rem;
  height: 0.8rem;
  flex: none;
  border-radius: 50%;
  background: ${({ $color }) => $color};
`;

export const CategoryName = ({ name, color }: { name: string; color: string | null }) => (
  <Flex gap={2} minWidth={0}>
    {color ? <Dot $color={color} aria-hidden /> : null}
    <UserText textColor="neutral800" maxWidth="100%">
      {name}
    </UserText>
  </Flex>
);

/** A contact may be in hundreds of groups; what stands below must stay in reach. */
const Scroll = styled(Box)`
  max-height: 16rem;
  overflow-y: auto;
`;

export const GroupNames = ({ groups }: Pick<ContactView, 'groups'>) => (
  <Scroll tabIndex={groups.length > 20 ? 0 : undefined}>
    <Flex tag="ul" gap={1} wrap="wrap">
      {groups.map(({ documentId, name }) => (
        <Box
          tag="li"
          key={documentId}
          background="neutral150"
          hasRadius
          padding={[1, 2]}
          maxWidth="100%"
        >
          <UserText variant="pi" textColor="neutral800" maxWidth="100%">
            {name}
          </UserText>
        </Box>
      ))}
    </Flex>
  </Scroll>
);
