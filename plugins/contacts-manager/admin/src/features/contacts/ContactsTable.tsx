import { Checkbox } from '@strapi/design-system';
import type { ListedContact } from '../../../../shared/contracts/contacts';
import type { ContactSort } from '../../../../shared/filter';
import { fold } from '../../../../shared/text';
import {
  ActionsHead,
  DataTable,
  HeadCell,
  SkeletonRows,
  TableRows,
} from '../../components/DataTable';
import { useText } from '../../components/useText';
import { COLUMNS, nextSort, sortOf, type ListColumn } from './columns';
import { ContactRow } from './ContactRow';
import type { ListAddress } from './list-address';
import type { useTicks } from './useTicks';
import type { Verb } from './verbs';

interface Props {
  columns: readonly ListColumn[];
  contacts: readonly ListedContact[] | undefined;
  isBusy: boolean;
  /** The rows are those of a former search or page. */
  isStale: boolean;
  address: ListAddress;
  /** How the rows are sorted, whatever the address asks for. */
  sort: ContactSort;
  verbs: readonly Verb[];
  ticks: ReturnType<typeof useTicks>;
  onSort: (sort: ContactSort) => void;
  onPick: (verb: Verb, contact: ListedContact, trigger: HTMLElement | null) => void;
  onOpen: (contact: ListedContact) => void;
}

const foundByEmail = (contact: ListedContact, search: string): boolean => {
  const text = fold(search).trim();
  return (
    text.length > 0 &&
    fold(contact.email ?? '').includes(text) &&
    !fold(contact.name).includes(text)
  );
};

interface HeadProps {
  column: ListColumn;
  sort: ContactSort;
  onSort: (sort: ContactSort) => void;
}

function ColumnHead({ column, sort, onSort }: HeadProps) {
  const t = useText();
  const label = column.field ? column.field.label : t(COLUMNS[column.name].label);
  const direction = sort.field === sortOf(column) ? sort.direction : null;
  return (
    <HeadCell label={label} sort={{ direction, onSort: () => onSort(nextSort(column, sort)) }} />
  );
}

export function ContactsTable(props: Props) {
  const { columns, contacts, isBusy, isStale, address, sort, verbs, ticks } = props;
  const { onSort, onPick, onOpen } = props;
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
          {columns.map((column) => (
            <ColumnHead key={column.key} column={column} sort={sort} onSort={onSort} />
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
              columns={columns}
              verbs={verbs}
              isTicked={hasTicks ? ticks.isTicked(contact.documentId) : undefined}
              showEmail={foundByEmail(contact, address.search)}
              onTick={ticks.toggle}
              onPick={onPick}
              onOpen={onOpen}
            />
          ))}
        </TableRows>
      ) : (
        <SkeletonRows rows={8} columns={columns.length + (hasTicks ? 2 : 1)} />
      )}
    </DataTable>
  );
}
