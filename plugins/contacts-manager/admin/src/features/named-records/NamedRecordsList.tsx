import { Box, Button, EmptyStateLayout, Flex, Searchbar, Typography } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { useRef, useState, type ReactNode } from 'react';
import { useSearchParams } from 'react-router-dom';
import type { NamedRecordView } from '../../../../shared/contracts/named-records';
import { fold } from '../../../../shared/text';
import { useGetNamedRecordsQuery, type NamedRecordKind } from '../../api/named-records';
import { ContactsLayout } from '../../components/ContactsLayout';
import { LoadFailure } from '../../components/LoadFailure';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { AddPeopleDialog } from './AddPeopleDialog';
import { DeleteDialog } from './DeleteDialog';
import { MergeRecordsDialog } from './MergeRecordsDialog';
import { NamedRecordsTable } from './NamedRecordsTable';
import { RecordDialog } from './RecordDialog';
import type { RecordVerb } from './RecordMenu';

interface OpenDialog {
  verb: 'add' | RecordVerb;
  record?: NamedRecordView;
  trigger: HTMLElement | null;
}

/** All names are loaded anyway, so the search answers at once and forgives accents and case. */
const findRecords = (records: NamedRecordView[], search: string): NamedRecordView[] => {
  const wanted = fold(search.trim());
  return records.filter(({ name, description }) =>
    fold(`${name} ${description ?? ''}`).includes(wanted),
  );
};

interface ContentProps {
  kind: NamedRecordKind;
  search: string;
  onSearch: (search: string) => void;
  addButton: ReactNode;
  onPick: (dialog: OpenDialog) => void;
}

function Content({ kind, search, onSearch, addButton, onPick }: ContentProps) {
  const t = useText();
  const may = usePermissions();
  const { data, error, isFetching, refetch } = useGetNamedRecordsQuery(
    { kind, counts: true },
    { refetchOnMountOrArgChange: true },
  );
  if (error !== undefined && !data) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (data?.length === 0) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" aria-hidden />}
        content={t(`${kind}.empty`)}
        action={addButton}
      />
    );
  }
  const records = data && findRecords(data, search);
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
      <Flex justifyContent="space-between" gap={4} wrap="wrap">
        <Box width="32rem" maxWidth="100%">
          <Searchbar
            name="search"
            value={search}
            maxLength={200}
            onChange={(event) => onSearch(event.target.value)}
            onClear={() => onSearch('')}
            clearLabel={t('groups.search.clear')}
            placeholder={t(`${kind}.search`)}
          >
            {t(`${kind}.search`)}
          </Searchbar>
        </Box>
        <Typography textColor="neutral600" aria-live="polite">
          {records ? t(`${kind}.count`, { count: records.length }) : ''}
        </Typography>
      </Flex>
      {records?.length === 0 ? (
        <EmptyStateLayout
          icon={<EmptyDocuments width="16rem" aria-hidden />}
          content={t('groups.no-hits')}
          action={
            <Button variant="secondary" onClick={() => onSearch('')}>
              {t('groups.search.clear')}
            </Button>
          }
        />
      ) : (
        <NamedRecordsTable
          kind={kind}
          records={records}
          isBusy={isFetching && data === undefined}
          verbs={[
            ...(kind === 'groups' && may.update ? (['add-people'] as const) : []),
            ...(may[kind] ? (['edit', 'merge', 'delete'] as const) : []),
          ]}
          onPick={(verb, record, trigger) => onPick({ verb, record, trigger })}
        />
      )}
    </Flex>
  );
}

interface DialogProps {
  kind: NamedRecordKind;
  dialog: OpenDialog;
  onClose: () => void;
  returnFocus: () => void;
}

function OpenedDialog({ dialog: { verb, record }, ...props }: DialogProps) {
  if (verb === 'delete' && record) return <DeleteDialog record={record} {...props} />;
  if (verb === 'merge' && record) return <MergeRecordsDialog record={record} {...props} />;
  if (verb === 'add-people' && record) return <AddPeopleDialog record={record} {...props} />;
  return <RecordDialog record={record} {...props} />;
}

/** The Groups tab and More → Categories: the same screen with other words. */
export function NamedRecordsList({ kind }: { kind: NamedRecordKind }) {
  const t = useText();
  const may = usePermissions();
  const [params, setParams] = useSearchParams();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const page = useRef<HTMLDivElement>(null);

  const addButton = may[kind] && (
    <Button
      startIcon={<Plus />}
      onClick={(event) => setDialog({ verb: 'add', trigger: event.currentTarget })}
    >
      {t(`${kind}.add`)}
    </Button>
  );
  const dialogProps = {
    kind,
    onClose: () => setDialog(null),
    // A deleted row takes the button that opened its menu with it.
    returnFocus: () => (dialog?.trigger?.isConnected ? dialog.trigger : page.current)?.focus(),
  };
  return (
    <ContactsLayout
      primaryAction={addButton}
      {...(kind === 'categories' ? { title: t('categories.title') } : {})}
    >
      <Box ref={page} tabIndex={-1}>
        <Content
          kind={kind}
          search={params.get('search') ?? ''}
          onSearch={(search) => setParams(search ? { search } : {}, { replace: true })}
          addButton={addButton}
          onPick={setDialog}
        />
      </Box>
      {dialog ? <OpenedDialog dialog={dialog} {...dialogProps} /> : null}
    </ContactsLayout>
  );
}
