import { Box, Flex, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { styled } from 'styled-components';
import { useText } from '../../components/useText';

export type Side = 'mine' | 'theirs';

const Group = styled.fieldset`
  border: 0;
  padding: 0;
  margin: 0;
  min-width: 0;
`;

const Pair = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr));
  gap: ${({ theme }) => theme.spaces[3]};
`;

/** The whole card is the choice; the browser's own radio button keeps keyboard and screen reader. */
const Card = styled.label<{ $isChosen: boolean }>`
  display: flex;
  gap: ${({ theme }) => theme.spaces[2]};
  min-width: 0;
  padding: ${({ theme }) => theme.spaces[3]};
  border: 1px solid
    ${({ theme, $isChosen }) => ($isChosen ? theme.colors.primary600 : theme.colors.neutral200)};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme, $isChosen }) =>
    $isChosen ? theme.colors.primary100 : theme.colors.neutral0};
  cursor: pointer;

  &:focus-within {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 2px;
  }
  input {
    flex: none;
    margin: 0.2rem 0 0;
    width: 1.6rem;
    height: 1.6rem;
    accent-color: ${({ theme }) => theme.colors.primary600};
  }
`;

const Value = styled(Typography)`
  overflow-wrap: anywhere;
  white-space: pre-wrap;
`;

interface Props {
  label: string;
  mine: string;
  theirs: string;
  /** "Theirs, by Meera, 2 minutes ago" */
  theirsLabel: string;
  value: Side | undefined;
  onChange: (side: Side) => void;
}

/** Both versions of one field, side by side. */
export function VersionChoice({ label, mine, theirs, theirsLabel, value, onChange }: Props) {
  const t = useText();
  const name = useId();
  const sides = [
    { side: 'mine', title: t('edit.mine'), text: mine },
    { side: 'theirs', title: theirsLabel, text: theirs },
  ] as const;
  return (
    <Group>
      <Typography tag="legend" fontWeight="semiBold" textColor="neutral800">
        {label}
      </Typography>
      <Box paddingTop={2}>
        <Pair>
          {sides.map(({ side, title, text }) => (
            <Card key={side} $isChosen={value === side}>
              <input
                type="radio"
                name={name}
                checked={value === side}
                onChange={() => onChange(side)}
              />
              <Flex direction="column" alignItems="stretch" gap={1} minWidth={0}>
                <Typography variant="pi" textColor="neutral600">
                  {title}
                </Typography>
                <Value dir="auto" textColor={text ? 'neutral800' : 'neutral600'}>
                  {text || t('edit.empty')}
                </Value>
              </Flex>
            </Card>
          ))}
        </Pair>
      </Box>
    </Group>
  );
}
