import { Box, Button, Popover } from '@strapi/design-system';
import { CaretDown } from '@strapi/icons';
import { useGetNamedRecordsQuery, type NamedRecordKind } from '../../api/named-records';
import { CheckList } from '../../components/CheckList';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';

interface Props {
  kind: NamedRecordKind;
  /** In place of the kind's own. */
  label?: string;
  /** documentIds; several mean any of them. */
  value: string[];
  onChange: (value: string[]) => void;
}

/** "Category ▾" and "Groups ▾" above the list; shows what is chosen without being opened. */
export function RecordFilter({ kind, value, onChange, ...props }: Props) {
  const t = useText();
  const { data = [], isLoading } = useGetNamedRecordsQuery({ kind });
  const label = props.label ?? t(`filter.${kind}`);
  const [only] = value.length === 1 ? data.filter((record) => record.documentId === value[0]) : [];
  const chosen = only ? only.name : String(value.length);
  return (
    <Popover.Root>
      <Popover.Trigger>
        <Button
          variant={value.length > 0 ? 'secondary' : 'tertiary'}
          size="S"
          endIcon={<CaretDown aria-hidden />}
        >
          <UserText variant="pi" fontWeight="bold" maxWidth="20rem">
            {value.length > 0 ? t('filter.chosen', { label, chosen }) : label}
          </UserText>
        </Button>
      </Popover.Trigger>
      <Popover.Content aria-label={label}>
        <Box padding={3} width="28rem">
          <CheckList
            label={label}
            searchLabel={t(`search.${kind}`)}
            options={data}
            isLoading={isLoading}
            value={value}
            onChange={onChange}
            emptyText={t(`filter.none.${kind}`)}
          />
        </Box>
      </Popover.Content>
    </Popover.Root>
  );
}
