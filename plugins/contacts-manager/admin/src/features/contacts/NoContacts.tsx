import { Button, EmptyStateLayout, Flex, LinkButton } from '@strapi/design-system';
import { FileXls, Plus } from '@strapi/icons';
import { EmptyDocuments } from '@strapi/icons/symbols';
import { Link } from 'react-router-dom';
import type { ContactStatus } from '../../../../shared/status';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import { NEW_IMPORT_PATH } from '../import/import-paths';

interface Props {
  status: ContactStatus;
  /** A search or filter hides what there is. */
  isNarrowed: boolean;
  onClear: () => void;
}

function FirstSteps() {
  const t = useText();
  const may = usePermissions();
  return (
    <Flex gap={2} wrap="wrap" justifyContent="center">
      {may.create ? (
        <LinkButton tag={Link} to={`${ROOT_PATH}/new`} startIcon={<Plus />}>
          {t('form.add')}
        </LinkButton>
      ) : null}
      {may.import ? (
        <LinkButton tag={Link} to={NEW_IMPORT_PATH} variant="secondary" startIcon={<FileXls />}>
          {t('form.excel')}
        </LinkButton>
      ) : null}
    </Flex>
  );
}

/** An empty list says why it is empty and what to do about it. */
export function NoContacts({ status, isNarrowed, onClear }: Props) {
  const t = useText();
  const action = isNarrowed ? (
    <Button variant="secondary" onClick={onClear}>
      {t('filter.clear')}
    </Button>
  ) : status === 'active' ? (
    <FirstSteps />
  ) : null;
  return (
    <EmptyStateLayout
      icon={<EmptyDocuments width="16rem" aria-hidden />}
      content={t(isNarrowed ? 'empty.no-hits' : `empty.${status}`)}
      action={action}
    />
  );
}
