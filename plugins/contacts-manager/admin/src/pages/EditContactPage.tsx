import { Box, Main } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { ContactView } from '../../../shared/contracts/contacts';
import { useGetContactQuery } from '../api/contacts';
import { LoadFailure } from '../components/LoadFailure';
import { StatusBadge } from '../components/StatusBadge';
import { useText } from '../components/useText';
import { Timeline } from '../features/changes/Timeline';
import { useContactEdit } from '../features/contact-edit/useContactEdit';
import { ContactForm } from '../features/contact-form/ContactForm';
import { changesOf, entryOf } from '../features/contact-form/entries';
import { BackLink, useReturnTo } from '../features/contact-form/useReturnTo';
import type { SendEntries } from '../features/contact-form/useSaving';

function EditForm({ contact }: { contact: ContactView }) {
  const t = useText();
  const navigate = useNavigate();
  const target = useReturnTo();
  const { toggleNotification } = useNotification();
  const edit = useContactEdit(contact);
  const start = useMemo(() => entryOf(contact), [contact]);
  const initial = useMemo(() => ({ entries: [start] }), [start]);
  /** As the server answered; null while nothing was sent. */
  const saved = useRef<ContactView | null>(null);
  const send: SendEntries = async ([entry]) => {
    const data = entry ? changesOf(start, entry) : {};
    if (Object.keys(data).length === 0) return { kind: 'saved' };
    const outcome = await edit.save(data);
    if (outcome.kind === 'saved') saved.current = outcome.contact;
    return outcome;
  };
  const leave = () => {
    const message = saved.current
      ? t('form.saved', { name: saved.current.name })
      : t('form.unchanged');
    toggleNotification({ type: saved.current ? 'success' : 'info', message });
    navigate(target.to, { state: target.state });
  };
  return (
    <>
      <ContactForm
        title={contact.name}
        badge={<StatusBadge status={contact.contactStatus} />}
        back={<BackLink target={target} />}
        initial={initial}
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
