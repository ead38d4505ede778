import { Flex, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import { styled } from 'styled-components';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { DateTime } from '../../components/DateTime';
import { StatusBadge } from '../../components/StatusBadge';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';
import { FieldValueText } from '../custom-fields/FieldValueText';
import type { ColumnName, ListColumn } from './columns';
import { GroupTags } from './GroupTags';
import { PhoneNumber } from './PhoneNumber';

const Dot = styled.span<{ $color: string }>`
  width: 0.8rem;
  height: 0.8rem;
  flex: none;
  border-radius: 50%;
  background: ${({ $color }) => $color};
`;

/** Wide windows show more of a long text; in those of laptops every column still fits. */
const CATEGORY_WIDTH = 'clamp(9rem, 7.5vw, 13.6rem)';

/** The card of a phone leaves its cell out. */
const Nothing = () => (
  <Typography textColor="neutral500" data-empty>
    –
  </Typography>
);

function Category({ category }: Pick<ContactView, 'category'>) {
  if (!category) return <Nothing />;
  return (
    <Flex gap={2} maxWidth={CATEGORY_WIDTH}>
      {category.color ? <Dot $color={category.color} aria-hidden /> : null}
      <UserText>{category.name}</UserText>
    </Flex>
  );
}

const Moment = ({ iso }: { iso: string | null }) =>
  iso === null ? <Nothing /> : <DateTime iso={iso} isStacked />;

const Text = ({ children }: { children: string | null }) =>
  children ? <UserText maxWidth="20rem">{children}</UserText> : <Nothing />;

function Source({ source }: Pick<ContactView, 'source'>) {
  const t = useText();
  return <Typography textColor="neutral800">{t(`source.${source}`)}</Typography>;
}

/** What a column shows of a contact. The name has its own cell in the row. */
const CELLS = {
  category: ({ category }) => <Category category={category} />,
  primaryContact: ({ primaryContact }) => <PhoneNumber phone={primaryContact} />,
  secondaryContact: ({ secondaryContact }) =>
    secondaryContact ? <PhoneNumber phone={secondaryContact} /> : <Nothing />,
  groups: ({ groups, name }) =>
    groups.length > 0 ? <GroupTags groups={groups} owner={name} /> : <Nothing />,
  status: ({ contactStatus }) => <StatusBadge status={contactStatus} />,
  createdAt: ({ createdAt }) => <Moment iso={createdAt} />,
  email: ({ email }) => <Text>{email}</Text>,
  statusChangedAt: ({ statusChangedAt }) => <Moment iso={statusChangedAt} />,
  source: ({ source }) => <Source source={source} />,
  lastInteractionAt: ({ lastInteractionAt }) => <Moment iso={lastInteractionAt} />,
  notes: ({ notes }) => <Text>{notes}</Text>,
  updatedAt: ({ updatedAt }) => <Moment iso={updatedAt} />,
} as const satisfies Record<Exclude<ColumnName, 'name'>, (contact: ContactView) => ReactNode>;

interface Props {
  column: ListColumn;
  contact: ContactView;
}

export function CellValue({ column, contact }: Props) {
  if (column.field) {
    const value = contact.customFields?.[column.field.key] ?? null;
    return value === null ? <Nothing /> : <FieldValueText field={column.field} value={value} />;
  }
  return column.name === 'name' ? <Text>{contact.name}</Text> : CELLS[column.name](contact);
}
