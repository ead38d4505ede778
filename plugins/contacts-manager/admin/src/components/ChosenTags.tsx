import { Box, Flex, Tag } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { styled } from 'styled-components';
import type { CheckOption } from './CheckList';
import { UserText } from './UserText';
import { useText } from './useText';

/** A contact may be in hundreds of groups; the fields below must stay in sight. */
const Scroll = styled(Box)`
  max-height: 14rem;
  overflow-y: auto;
`;

/** The design system's tag has one line's height, and grows in width with its text. */
const ClippedTag = styled(Tag)`
  max-width: 100%;
  > span {
    min-width: 0;
  }
  > button {
    flex: none;
  }
`;

interface Props {
  options: readonly CheckOption[];
  /** documentIds */
  value: readonly string[];
  onChange: (value: string[]) => void;
}

/** What is ticked in a list, each with a button that takes it away again. */
export function ChosenTags({ options, value, onChange }: Props) {
  const t = useText();
  const chosen = options.filter(({ documentId }) => value.includes(documentId));
  if (chosen.length === 0) return null;
  return (
    <Scroll>
      <Flex gap={1} wrap="wrap">
        {chosen.map(({ documentId, name }) => (
          <ClippedTag
            key={documentId}
            icon={<Cross aria-hidden />}
            label={t('form.remove-group', { name })}
            onClick={(event) => {
              // The design system's tag is a submit button: inside a form it would save.
              event.preventDefault();
              onChange(value.filter((other) => other !== documentId));
            }}
          >
            <UserText variant="pi" fontWeight="bold">
              {name}
            </UserText>
          </ClippedTag>
        ))}
      </Flex>
    </Scroll>
  );
}
