import { Box, Checkbox, Flex, Typography } from '@strapi/design-system';
import { memo, type MouseEvent } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { contactPath } from '../../components/contact-paths';
import { ActionsCell } from '../../components/DataTable';
import { DateTime } from '../../components/DateTime';
import { StatusBadge } from '../../components/StatusBadge';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';
import { GroupTags } from './GroupTags';
import { PhoneNumber } from './PhoneNumber';
import { RowMenu } from './RowMenu';
import type { Verb } from './verbs';

const NameLink = styled(RouterLink)`
  display: block;
  text-decoration: none;
  &:hover,
  &:focus-visible {
    text-decoration: underline;
  }
`;

const Dot = styled.span<{ $color: string }>`
  width: 0.8rem;
  height: 0.8rem;
  flex: none;
  border-radius: 50%;
  background: ${({ $color }) => $color};
`;

/** Wide windows show more of a long text; in those of laptops every column still fits. */
const NAME_WIDTH = 'clamp(14rem, 11vw, 18rem)';
const CATEGORY_WIDTH = 'clamp(9rem, 7.5vw, 13.6rem)';

const Nothing = () => <Typography textColor="neutral500">–</Typography>;

function CategoryCell({ category }: Pick<ContactView, 'category'>) {
  if (!category) return <Nothing />;
  return (
    <Flex gap={2} maxWidth={CATEGORY_WIDTH}>
      {category.color ? <Dot $color={category.color} aria-hidden /> : null}
      <UserText>{category.name}</UserText>
    </Flex>
  );
}

interface Props {
  contact: ContactView;
  /** The address of this list, where the contact's page comes back to. */
  returnTo: string;
  verbs: readonly Verb[];
  /** Undefined when there is nothing to do with ticked rows. */
  isTicked: boolean | undefined;
  /** The e-mail address is no column; a row that was found by it shows it, so that the hit explains itself. */
  showEmail: boolean;
  onTick: (contact: ContactView, withRange: boolean) => void;
  onPick: (verb: Verb, contact: ContactView, trigger: HTMLElement | null) => void;
}

function NameCell({
  contact,
  returnTo,
  showEmail,
}: Pick<Props, 'contact' | 'returnTo' | 'showEmail'>) {
  const name = (
    <UserText fontWeight="semiBold" textColor="neutral800" maxWidth={NAME_WIDTH}>
      {contact.name}
    </UserText>
  );
  return (
    <Box>
      <NameLink to={contactPath(contact.documentId)} state={{ returnTo }}>
        {name}
      </NameLink>
      {showEmail && contact.email ? (
        <UserText variant="pi" textColor="neutral600" maxWidth={NAME_WIDTH}>
          {contact.email}
        </UserText>
      ) : null}
    </Box>
  );
}

export const ContactRow = memo(function ContactRow(props: Props) {
  const { contact, returnTo, verbs, isTicked, showEmail, onTick, onPick } = props;
  const t = useText();
  return (
    <tr data-ticked={isTicked}>
      {isTicked === undefined ? null : (
        <td>
          <Checkbox
            checked={isTicked}
            aria-label={t('list.tick', { name: contact.name })}
            onClick={(event: MouseEvent) => onTick(contact, event.shiftKey)}
          />
        </td>
      )}
      <td>
        <NameCell contact={contact} returnTo={returnTo} showEmail={showEmail} />
      </td>
      <td>
        <CategoryCell category={contact.category} />
      </td>
      <td>
        <PhoneNumber phone={contact.primaryContact} />
      </td>
      <td>
        {contact.secondaryContact ? <PhoneNumber phone={contact.secondaryContact} /> : <Nothing />}
      </td>
      <td>
        {contact.groups.length > 0 ? (
          <GroupTags groups={contact.groups} owner={contact.name} />
        ) : (
          <Nothing />
        )}
      </td>
      <td>
        <StatusBadge status={contact.contactStatus} />
      </td>
      <td>
        <DateTime iso={contact.createdAt} isStacked />
      </td>
      <ActionsCell>
        <RowMenu
          name={contact.name}
          verbs={verbs}
          onPick={(verb, trigger) => onPick(verb, contact, trigger)}
        />
      </ActionsCell>
    </tr>
  );
});
