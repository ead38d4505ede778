import { Badge, Box, Button, Flex, Popover } from '@strapi/design-system';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';

interface Group {
  documentId: string;
  name: string;
}

const SHOWN = 2;

function GroupTag({ name, maxWidth }: { name: string; maxWidth: string }) {
  return (
    <Badge backgroundColor="neutral150" textColor="neutral800" maxWidth="100%">
      <UserText variant="pi" maxWidth={maxWidth}>
        {name}
      </UserText>
    </Badge>
  );
}

/** The first groups, and a button that opens the rest: a contact may be in hundreds. */
export function GroupTags({ groups, owner }: { groups: readonly Group[]; owner: string }) {
  const t = useText();
  const rest = groups.length - SHOWN;
  return (
    <Flex gap={1}>
      {groups.slice(0, SHOWN).map(({ documentId, name }) => (
        <GroupTag key={documentId} name={name} maxWidth="10rem" />
      ))}
      {rest > 0 ? (
        <Popover.Root>
          <Popover.Trigger>
            <Button
              variant="ghost"
              size="XS"
              aria-label={t('list.groups-all', { name: owner, count: groups.length })}
            >
              {`+${String(rest)}`}
            </Button>
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
    </Flex>
  );
}
