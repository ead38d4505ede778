import { Box, Main } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate, useParams } from 'react-router-dom';
import type { ContactView } from '../../../shared/contracts/contacts';
import { useGetContactQuery } from '../api/contacts';
import { LoadFailure } from '../components/LoadFailure';
import { Notice } from '../components/Notice';
import { StatusBadge } from '../components/StatusBadge';
import { useText } from '../components/useText';
import { Timeline } from '../features/changes/Timeline';
import { useContactEdit } from '../features/contact-edit/useContactEdit';
import { ContactForm } from '../features/contact-form/ContactForm';
import { useDrafts } from '../features/contact-form/draft/useDraft';
import { changesOf, entryOf, type Entry } from '../features/contact-form/entries';
import { FIELD_LABELS } from '../features/contact-form/field-labels';
import { fillIn, readTyped } from '../features/contact-form/typed-values';
import { BackLink, useReturnTo } from '../features/contact-form/useReturnTo';
import type { SendEntries } from '../features/contact-form/useSaving';

/** The form's start, with what was typed for a new contact that turned out to be this one. */
function useTyped(start: Entry) {
  const state: unknown = useLocation().state;
  const typed = useMemo(() => readTyped(state), [state]);
  return useMemo(() => {
    const { entry, filled } = typed ? fillIn(start, typed.typed) : { entry: start, filled: [] };
    return { typed, initial: { entries: [entry] }, filled };
  }, [start, typed]);
}

function EditForm({ contact }: { contact: ContactView }) {
  const t = useText();
  const navigate = useNavigate();
  const target = useReturnTo();
  const { toggleNotification } = useNotification();
  const { formatList } = useIntl();
  const edit = useContactEdit(contact);
  const start = useMemo(() => entryOf(contact), [contact]);
  const { typed, initial, filled } = useTyped(start);
  const drafts = useDrafts();
  const isChanged = useRef(false);
  const send: SendEntries = async ([entry]) => {
    const data = entry ? changesOf(start, entry) : {};
    if (Object.keys(data).length === 0) return { kind: 'saved' };
    const outcome = await edit.save(data);
    if (outcome.kind === 'saved') isChanged.current = outcome.isChanged;
    return outcome;
  };
  const leave = () => {
    // What was typed for a new contact has found its place.
    if (typed) drafts?.dropEntry(typed.draftId, typed.typed.key);
    if (!isChanged.current) toggleNotification({ type: 'info', message: t('form.unchanged') });
    navigate(target.to, { state: target.state });
  };
  return (
    <>
      <ContactForm
        title={contact.name}
        badge={<StatusBadge status={contact.contactStatus} />}
        back={<BackLink target={target} />}
        initial={initial}
        notice={
          filled.length > 0 ? (
            <Notice tone="info">
              {t('form.filled-in', {
                fields: formatList(filled.map((field) => t(FIELD_LABELS[field]))),
              })}
            </Notice>
          ) : undefined
        }
        editing={contact.documentId}
        send={send}
        onSaved={leave}
      />
      {edit.dialog}
    </>
  );
}

export function EditContactPage() {
  const t = useText();
  const { documentId = '' } = useParams();
  const { data, error, refetch } = useGetContactQuery(documentId);
  if (!data && !error) return <Page.Loading />;
  return (
    <Main>
      <Page.Title>{t('form.edit')}</Page.Title>
      {data ? (
        <>
          <EditForm contact={data} />
          <Layouts.Content>
            <Box paddingBottom={10}>
              <Timeline documentId={documentId} />
            </Box>
          </Layouts.Content>
        </>
      ) : (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      )}
    </Main>
  );
}
