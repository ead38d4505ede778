import { Box, Button, Flex, Popover } from '@strapi/design-system';
import { styled } from 'styled-components';
import { NARROW } from '../../components/DataTable';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';

interface Group {
  documentId: string;
  name: string;
}

const SHOWN = 2;
const WIDTH = 'clamp(5.6rem, 12vw - 11rem, 16rem)';

function GroupTag({ name, maxWidth }: { name: string; maxWidth: string }) {
  return (
    <Box background="neutral150" hasRadius paddingLeft={2} paddingRight={2}>
      <UserText variant="pi" textColor="neutral800" maxWidth={maxWidth}>
        {name}
      </UserText>
    </Box>
  );
}

const MoreButton = styled(Button)`
  padding-inline: ${({ theme }) => theme.spaces[1]};
`;

/** On the card of a phone one below the other, where two are too wide. */
const Tags = styled(Flex)`
  @media (max-width: ${NARROW}) {
    flex-wrap: wrap;
  }
`;

/** The first groups, and a button that opens the rest: a contact may be in hundreds. */
export function GroupTags({ groups, owner }: { groups: readonly Group[]; owner: string }) {
  const t = useText();
  const rest = groups.length - SHOWN;
  const width = groups.length === 1 ? `calc(2 * ${WIDTH})` : WIDTH;
  return (
    <Tags gap={1}>
      {groups.slice(0, SHOWN).map(({ documentId, name }) => (
        <GroupTag key={documentId} name={name} maxWidth={width} />
      ))}
      {rest > 0 ? (
        <Popover.Root>
          <Popover.Trigger>
            <MoreButton
              variant="ghost"
              size="S"
              aria-label={t('list.groups-all', { name: owner, rest, count: groups.length })}
            >
              {`+${String(rest)}`}
            </MoreButton>
          </Popover.Trigger>
          <Popover.Content>
            <Popover.ScrollArea>
              <Box padding={3} maxWidth="32rem">
                <Flex gap={2} wrap="wrap">
                  {groups.map(({ documentId, name }) => (
                    <GroupTag key={documentId} name={name} maxWidth="26rem" />
                  ))}
                </Flex>
              </Box>
            </Popover.ScrollArea>
          </Popover.Content>
        </Popover.Root>
      ) : null}
    </Tags>
  );
}
