import { Button, Flex } from '@strapi/design-system';
import { Cross } from '@strapi/icons';
import { useText } from '../../components/useText';
import { isNarrowed, type ListAddress } from './list-address';
import { RecordFilter } from './RecordFilter';
import { SearchField } from './SearchField';

interface Props {
  address: ListAddress;
  onChange: (patch: Partial<ListAddress>, options?: { replace?: boolean }) => void;
}

/** Search, filters and the way to drop them. */
export function ListToolbar({ address, onChange }: Props) {
  const t = useText();
  return (
    <Flex gap={2} wrap="wrap">
      <SearchField
        value={address.search}
        onChange={(search) =>
          onChange({ search }, { replace: search !== '' && address.search !== '' })
        }
      />
      <RecordFilter
        kind="categories"
        value={address.category}
        onChange={(category) => onChange({ category })}
      />
      <RecordFilter
        kind="groups"
        value={address.groups}
        onChange={(groups) => onChange({ groups })}
      />
      {isNarrowed(address) ? (
        <Button
          variant="ghost"
          size="S"
          startIcon={<Cross aria-hidden />}
          onClick={() => onChange({ search: '', category: [], groups: [] })}
        >
          {t('filter.clear')}
        </Button>
      ) : null}
    </Flex>
  );
}
