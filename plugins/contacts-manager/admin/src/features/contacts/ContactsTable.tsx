import { Checkbox } from '@strapi/design-system';
import type { ContactView } from '../../../../shared/contracts/contacts';
import type { ContactSort, SortField } from '../../../../shared/filter';
import { fold } from '../../../../shared/text';
import {
  ActionsHead,
  DataTable,
  HeadCell,
  SkeletonRows,
  TableRows,
} from '../../components/DataTable';
import { useText, type TextKey } from '../../components/useText';
import { ContactRow } from './ContactRow';
import type { ListAddress } from './list-address';
import type { useTicks } from './useTicks';
import type { Verb } from './verbs';

interface Column {
  label: TextKey;
  /** Absent where the server does not sort, and where a whole tab has one value. */
  sort?: SortField;
}

const COLUMNS: readonly Column[] = [
  { label: 'column.name', sort: 'name' },
  { label: 'column.category' },
  { label: 'column.primaryContact', sort: 'primaryContact' },
  { label: 'column.secondaryContact', sort: 'secondaryContact' },
  { label: 'column.groups' },
  { label: 'column.status' },
  { label: 'column.createdAt', sort: 'createdAt' },
];

/** A first click sorts names from A and dates from the newest; the next one turns it round. */
const nextSort = (sort: ContactSort, field: SortField): ContactSort => {
  if (sort.field === field) return { field, direction: sort.direction === 'asc' ? 'desc' : 'asc' };
  return { field, direction: field === 'createdAt' ? 'desc' : 'asc' };
};

interface Props {
  contacts: readonly ContactView[] | undefined;
  isBusy: boolean;
  /** The rows are those of a former search or page. */
  isStale: boolean;
  address: ListAddress;
  /** Address of this list, for the way back from the form. */
  path: string;
  verbs: readonly Verb[];
  ticks: ReturnType<typeof useTicks>;
  onSort: (sort: ContactSort) => void;
  onPick: (verb: Verb, contact: ContactView, trigger: HTMLElement | null) => void;
}

const foundByEmail = (contact: ContactView, search: string): boolean => {
  const text = fold(search).trim();
  return (
    text.length > 0 &&
    fold(contact.email ?? '').includes(text) &&
    !fold(contact.name).includes(text)
  );
};

export function ContactsTable(props: Props) {
  const { contacts, isBusy, isStale, address, path, verbs, ticks, onSort, onPick } = props;
  const t = useText();
  const hasTicks = verbs.some((verb) => verb !== 'edit');
  return (
    <DataTable label={t('list.label')} isBusy={isBusy}>
      <thead>
        <tr>
          {hasTicks ? (
            <th scope="col">
              <Checkbox
                aria-label={t('list.tick-page')}
                checked={ticks.pageState}
                disabled={isStale || !contacts?.length}
                onCheckedChange={ticks.togglePage}
              />
            </th>
          ) : null}
          {COLUMNS.map(({ label, sort: field }) => (
            <HeadCell
              key={label}
              label={t(label)}
              sort={
                field && {
                  direction: address.sort.field === field ? address.sort.direction : null,
                  onSort: () => onSort(nextSort(address.sort, field)),
                }
              }
            />
          ))}
          <ActionsHead label={t('column.actions')} />
        </tr>
      </thead>
      {contacts ? (
        <TableRows isStale={isStale}>
          {contacts.map((contact) => (
            <ContactRow
              key={contact.documentId}
              contact={contact}
              returnTo={path}
              verbs={verbs}
              isTicked={hasTicks ? ticks.isTicked(contact.documentId) : undefined}
              showEmail={foundByEmail(contact, address.search)}
              onTick={ticks.toggle}
              onPick={onPick}
            />
          ))}
        </TableRows>
      ) : (
        <SkeletonRows rows={8} columns={COLUMNS.length + (hasTicks ? 2 : 1)} />
      )}
    </DataTable>
  );
}
