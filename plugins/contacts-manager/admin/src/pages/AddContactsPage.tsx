import { LinkButton, Main, Tooltip } from '@strapi/design-system';
import { FileXls } from '@strapi/icons';
import { Page } from '@strapi/strapi/admin';
import { useCallback, useMemo, useState } from 'react';
import { Link, useNavigate } from 'react-router-dom';
import { useCreateContactsMutation } from '../api/contacts';
import { usePermissions } from '../components/usePermissions';
import { useText } from '../components/useText';
import { useChanges } from '../features/changes/ChangesContext';
import { ContactForm } from '../features/contact-form/ContactForm';
import { RestoredDraft } from '../features/contact-form/draft/RestoredDraft';
import { useDraft } from '../features/contact-form/draft/useDraft';
import { bodyOf, emptyEntry, type Entry } from '../features/contact-form/entries';
import { FormDraft } from '../features/contact-form/FormDraft';
import { BackLink, useReturnTo } from '../features/contact-form/useReturnTo';
import type { SendEntries } from '../features/contact-form/useSaving';
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

/** The draft this window keeps, and what the form's fields need to know of it. */
function useFormDraft(returnTo: string) {
  const draft = useDraft();
  const [hasOthers, setHasOthers] = useState(false);
  const { id, found, keep } = draft;
  const initial = useMemo(() => (found ? { entries: found.entries } : ONE_EMPTY), [found]);
  const keepTyped = useCallback(
    (entries: Entry[]) => {
      keep(entries);
      setHasOthers(entries.length > 1);
    },
    [keep],
  );
  const context = useMemo(() => ({ id, returnTo, hasOthers }), [id, returnTo, hasOthers]);
  return { ...draft, initial, context, onTyped: draft.isKept ? keepTyped : undefined };
}

export function AddContactsPage() {
  const t = useText();
  const may = usePermissions();
  const navigate = useNavigate();
  const target = useReturnTo();
  const { announce } = useChanges();
  const [create] = useCreateContactsMutation();
  const draft = useFormDraft(target.to);
  const { found } = draft;
  const send: SendEntries = async (entries) => {
    const result = await create(entries.map(bodyOf));
    if ('error' in result) return { kind: 'refused', error: result.error };
    announce(result.data.operationId);
    return { kind: 'saved' };
  };
  return (
    <Main>
      <Page.Title>{t('form.add')}</Page.Title>
      <FormDraft.Provider value={draft.context}>
        <ContactForm
          key={draft.id}
          title={t('form.add')}
          back={<BackLink target={target} />}
          actions={may.import ? <ExcelButton /> : undefined}
          initial={draft.initial}
          notice={
            found ? <RestoredDraft savedAt={found.savedAt} onDiscard={draft.discard} /> : undefined
          }
          onTyped={draft.onTyped}
          send={send}
          onSaved={() => {
            draft.clear();
            navigate(target.to, { state: target.state });
          }}
        />
      </FormDraft.Provider>
    </Main>
  );
}
