import {
  Box,
  Button,
  EmptyStateLayout,
  Flex,
  Typography,
  VisuallyHidden,
} from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Layouts } from '@strapi/strapi/admin';
import { useRef, useState, type ReactNode } from 'react';
import { FIELDS_MAX, type CustomField } from '../../../../shared/custom-fields';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { LoadFailure } from '../../components/LoadFailure';
import { useText } from '../../components/useText';
import { DefinitionDialog } from './DefinitionDialog';
import { DeleteFieldDialog } from './DeleteFieldDialog';
import { FieldsTable, type FieldVerb } from './FieldsTable';
import { useFieldOrder } from './useFieldOrder';

interface OpenDialog {
  verb: 'add' | FieldVerb;
  field?: CustomField;
  trigger: HTMLElement;
}

interface ContentProps {
  addButton: ReactNode;
  onPick: (dialog: OpenDialog) => void;
}

const NONE: CustomField[] = [];

function Content({ addButton, onPick }: ContentProps) {
  const t = useText();
  const { data, error, refetch } = useGetCustomFieldsQuery(undefined, {
    refetchOnMountOrArgChange: true,
  });
  const { move, announcement } = useFieldOrder(data ?? NONE);
  if (!data && error !== undefined) {
    return <LoadFailure error={error} onRetry={() => void refetch()} />;
  }
  if (data?.length === 0) {
    return (
      <EmptyStateLayout
        icon={<EmptyDocuments width="16rem" aria-hidden />}
        content={t('fields.empty')}
        action={addButton}
      />
    );
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={4} paddingBottom={8}>
      <Typography textColor="neutral600" aria-live="polite">
        {data ? t('fields.count', { count: data.length }) : ''}
      </Typography>
      <VisuallyHidden aria-live="polite">{announcement}</VisuallyHidden>
      <FieldsTable
        fields={data}
        isBusy={!data}
        onPick={(verb, field, trigger) => onPick({ verb, field, trigger })}
        onMove={(...moved) => void move(...moved)}
      />
    </Flex>
  );
}

/** Settings → Contacts → Custom fields. */
export function FieldsScreen() {
  const t = useText();
  const { data } = useGetCustomFieldsQuery(undefined);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const page = useRef<HTMLDivElement>(null);
  const addButton = (
    <Button
      startIcon={<Plus />}
      disabled={(data?.length ?? 0) >= FIELDS_MAX}
      onClick={(event) => setDialog({ verb: 'add', trigger: event.currentTarget })}
    >
      {t('fields.add')}
    </Button>
  );
  const dialogProps = {
    onClose: () => setDialog(null),
    // A deleted row takes the button that opened the dialog with it.
    returnFocus: () => (dialog?.trigger.isConnected ? dialog.trigger : page.current)?.focus(),
  };
  return (
    <>
      <Layouts.Header
        title={t('fields.title')}
        subtitle={t('fields.subtitle')}
        primaryAction={addButton}
      />
      <Layouts.Content>
        <Box ref={page} tabIndex={-1}>
          <Content addButton={addButton} onPick={setDialog} />
        </Box>
      </Layouts.Content>
      {dialog && dialog.verb !== 'delete' ? (
        <DefinitionDialog field={dialog.field} {...dialogProps} />
      ) : null}
      {dialog?.verb === 'delete' && dialog.field ? (
        <DeleteFieldDialog field={dialog.field} {...dialogProps} />
      ) : null}
    </>
  );
}
