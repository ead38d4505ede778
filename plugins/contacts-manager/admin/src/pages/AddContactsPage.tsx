import { LinkButton, Main, Tooltip } from '@strapi/design-system';
import { FileXls } from '@strapi/icons';
import { Page, useNotification } from '@strapi/strapi/admin';
import { Link, useNavigate } from 'react-router-dom';
import { useCreateContactsMutation } from '../api/contacts';
import { usePermissions } from '../components/usePermissions';
import { useText } from '../components/useText';
import { ContactForm } from '../features/contact-form/ContactForm';
import { bodyOf, emptyEntry } from '../features/contact-form/entries';
import { BackLink, useReturnTo } from '../features/contact-form/useReturnTo';
import { NEW_IMPORT_PATH } from '../features/import/import-paths';

const ONE_EMPTY = { entries: [emptyEntry('new-1')] };

function ExcelButton() {
  const t = useText();
  return (
    <Tooltip label={t('form.excel-hint')}>
      <LinkButton
        tag={Link}
        to={NEW_IMPORT_PATH}
        variant="tertiary"
        size="S"
        startIcon={<FileXls />}
      >
        {t('form.excel')}
      </LinkButton>
    </Tooltip>
  );
}

export function AddContactsPage() {
  const t = useText();
  const may = usePermissions();
  const navigate = useNavigate();
  const target = useReturnTo();
  const { toggleNotification } = useNotification();
  const [create] = useCreateContactsMutation();
  return (
    <Main>
      <Page.Title>{t('form.add')}</Page.Title>
      <ContactForm
        title={t('form.add')}
        back={<BackLink target={target} />}
        actions={may.import ? <ExcelButton /> : undefined}
        initial={ONE_EMPTY}
        send={async (entries) => {
          const result = await create(entries.map(bodyOf));
          return 'error' in result ? { kind: 'refused', error: result.error } : { kind: 'saved' };
        }}
        onSaved={({ length: count }) => {
          toggleNotification({ type: 'success', message: t('form.added', { count }) });
          navigate(target.to, { state: target.state });
        }}
      />
    </Main>
  );
}
