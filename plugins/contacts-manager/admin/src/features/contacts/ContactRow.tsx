import { Box, Checkbox } from '@strapi/design-system';
import { memo, type MouseEvent } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import { styled } from 'styled-components';
import type { ListedContact } from '../../../../shared/contracts/contacts';
import { contactPath } from '../../components/contact-paths';
import { ActionsCell } from '../../components/DataTable';
import { opensElsewhere } from '../../components/NextAddress';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';
import { CellValue } from './CellValues';
import type { ListColumn } from './columns';
import { FormerNumber } from './FormerNumber';
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

/** Wide windows show more of a long text; in those of laptops every column still fits. */
const NAME_WIDTH = 'clamp(14rem, 11vw, 18rem)';

interface Props {
  contact: ListedContact;
  columns: readonly ListColumn[];
  verbs: readonly Verb[];
  /** Undefined when there is nothing to do with ticked rows. */
  isTicked: boolean | undefined;
  /** The e-mail address is no column; a row that was found by it shows it, so that the hit explains itself. */
  showEmail: boolean;
  onTick: (contact: ListedContact, withRange: boolean) => void;
  onPick: (verb: Verb, contact: ListedContact, trigger: HTMLElement | null) => void;
  /** Opens the contact's page, which comes back to this list. */
  onOpen: (contact: ListedContact) => void;
}

function NameCell({ contact, showEmail, onOpen }: Pick<Props, 'contact' | 'showEmail' | 'onOpen'>) {
  const name = (
    <UserText fontWeight="semiBold" textColor="neutral800" maxWidth={NAME_WIDTH}>
      {contact.name}
    </UserText>
  );
  return (
    <Box>
      <NameLink
        to={contactPath(contact.documentId)}
        onClick={(event) => {
          if (opensElsewhere(event)) return;
          event.preventDefault();
          onOpen(contact);
        }}
      >
        {name}
      </NameLink>
      {showEmail && contact.email ? (
        <UserText variant="pi" textColor="neutral600" maxWidth={NAME_WIDTH}>
          {contact.email}
        </UserText>
      ) : null}
      {contact.formerNumber === undefined ? null : <FormerNumber phone={contact.formerNumber} />}
    </Box>
  );
}

type CellsProps = Pick<Props, 'contact' | 'columns' | 'showEmail' | 'onOpen'>;

/** Apart from the row, so that ticking a whole page draws its boxes and nothing else. */
const Cells = memo(function Cells({ contact, columns, showEmail, onOpen }: CellsProps) {
  return columns.map((column) => (
    <td key={column.key}>
      {column.name === 'name' ? (
        <NameCell contact={contact} showEmail={showEmail} onOpen={onOpen} />
      ) : (
        <CellValue column={column} contact={contact} />
      )}
    </td>
  ));
});

type MenuProps = Pick<Props, 'contact' | 'verbs' | 'onPick'>;

const MenuCell = memo(function MenuCell({ contact, verbs, onPick }: MenuProps) {
  return (
    <ActionsCell>
      <RowMenu
        name={contact.name}
        verbs={verbs}
        onPick={(verb, trigger) => onPick(verb, contact, trigger)}
      />
    </ActionsCell>
  );
});

export const ContactRow = memo(function ContactRow(props: Props) {
  const { contact, columns, verbs, isTicked, showEmail, onTick, onPick, onOpen } = props;
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
      <Cells contact={contact} columns={columns} showEmail={showEmail} onOpen={onOpen} />
      <MenuCell contact={contact} verbs={verbs} onPick={onPick} />
    </tr>
  );
});
