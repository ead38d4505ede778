import { Button, Flex } from '@strapi/design-system';
import { Cross, Filter, Layout } from '@strapi/icons';
import { useRef, useState } from 'react';
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
  columns: readonly ListColumn[];
  allColumns: readonly ListColumn[];
  onChange: (patch: Partial<ListAddress>, options?: { replace?: boolean }) => void;
}

function MoreFilters({ address, onChange }: Pick<Props, 'address' | 'onChange'>) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="tertiary"
        size="S"
        startIcon={<Filter aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('filters.more')}
      </Button>
      {isOpen ? (
        <MoreFiltersDialog
          address={address}
          onApply={(patch) => {
            setOpen(false);
            onChange(patch);
          }}
          onClose={() => setOpen(false)}
          returnFocus={() => button.current?.focus()}
        />
      ) : null}
    </>
  );
}

function Columns({ columns, allColumns, onChange }: Omit<Props, 'status' | 'address'>) {
  const t = useText();
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        variant="tertiary"
        size="S"
        startIcon={<Layout aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t('columns.label')}
      </Button>
      {isOpen ? (
        <ColumnsDialog
          all={allColumns}
          chosen={columns}
          onSaved={() => {
            setOpen(false);
            // Those of a view or a shared address would hide what was chosen just now.
            onChange({ columns: [] }, { replace: true });
          }}
          onClose={() => setOpen(false)}
          returnFocus={() => button.current?.focus()}
        />
      ) : null}
    </>
  );
}

/** Search, filters, views and columns, and the way to drop what narrows the list. */
export function ListToolbar({ status, address, columns, allColumns, onChange }: Props) {
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
