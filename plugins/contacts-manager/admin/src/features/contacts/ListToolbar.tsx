import { Button, Flex } from '@strapi/design-system';
import { Cross, Filter, Layout } from '@strapi/icons';
import { useRef, useState, type ReactNode } from 'react';
import type { ContactSort } from '../../../../shared/filter';
import type { ContactStatus } from '../../../../shared/status';
import { useText } from '../../components/useText';
import { ViewBar } from '../views/ViewBar';
import { ColumnsDialog } from './ColumnsDialog';
import type { ListColumn } from './columns';
import { FilterChips } from './FilterChips';
import { GroupFilter } from './GroupFilter';
import { CLEARED, isNarrowed, pastedNumbers, type ListAddress } from './list-address';
import { MoreFiltersDialog } from './MoreFiltersDialog';
import { RecordFilter } from './RecordFilter';
import { SearchField } from './SearchField';

interface Props {
  status: ContactStatus;
  address: ListAddress;
  /** The order that the list shows. */
  sort: ContactSort;
  columns: readonly ListColumn[];
  allColumns: readonly ListColumn[];
  onChange: (patch: Partial<ListAddress>, options?: { replace?: boolean }) => void;
}

interface DialogButtonProps {
  label: string;
  icon: ReactNode;
  children: (dialog: { onClose: () => void; returnFocus: () => void }) => ReactNode;
}

/** A button that opens a dialog, and has the focus again afterwards. */
function DialogButton({ label, icon, children }: DialogButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="tertiary"
        size="S"
        startIcon={icon}
        onClick={() => setOpen(true)}
      >
        {label}
      </Button>
      {isOpen
        ? children({
            onClose: () => setOpen(false),
            returnFocus: () => button.current?.focus(),
          })
        : null}
    </>
  );
}

function MoreFilters({ address, onChange }: Pick<Props, 'address' | 'onChange'>) {
  const t = useText();
  return (
    <DialogButton label={t('filters.more')} icon={<Filter aria-hidden />}>
      {(dialog) => (
        <MoreFiltersDialog
          address={address}
          onApply={(patch) => {
            dialog.onClose();
            onChange(patch);
          }}
          {...dialog}
        />
      )}
    </DialogButton>
  );
}

function Columns({
  columns,
  allColumns,
  onChange,
}: Pick<Props, 'columns' | 'allColumns' | 'onChange'>) {
  const t = useText();
  return (
    <DialogButton label={t('columns.label')} icon={<Layout aria-hidden />}>
      {(dialog) => (
        <ColumnsDialog
          all={allColumns}
          chosen={columns}
          onSaved={() => {
            dialog.onClose();
            // Those of a view or a shared address would hide what was chosen just now.
            onChange({ columns: [] }, { replace: true });
          }}
          {...dialog}
        />
      )}
    </DialogButton>
  );
}

/** Search, filters, views and columns, and the way to drop what narrows the list. */
export function ListToolbar(props: Props) {
  const { status, address, sort, columns, allColumns, onChange } = props;
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Flex gap={2} wrap="wrap">
        <SearchField
          value={address.search}
          onChange={(search) =>
            onChange({ search }, { replace: search !== '' && address.search !== '' })
          }
          onNumbers={(numbers) => onChange({ ...CLEARED, ...pastedNumbers(numbers) })}
        />
        <RecordFilter
          kind="categories"
          value={address.category}
          onChange={(category) => onChange({ category })}
        />
        <GroupFilter value={address} onChange={onChange} />
        <MoreFilters address={address} onChange={onChange} />
        <ViewBar
          status={status}
          address={address}
          sort={sort}
          columns={columns.map(({ key }) => key)}
          onClosed={() => onChange({ view: '' }, { replace: true })}
        >
          <Columns columns={columns} allColumns={allColumns} onChange={onChange} />
          {isNarrowed(address) ? (
            <Button
              variant="ghost"
              size="S"
              startIcon={<Cross aria-hidden />}
              onClick={() => onChange(CLEARED)}
            >
              {t('filter.clear')}
            </Button>
          ) : null}
        </ViewBar>
      </Flex>
      <FilterChips address={address} onChange={onChange} />
    </Flex>
  );
}
