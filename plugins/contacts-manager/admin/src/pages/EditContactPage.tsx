import { Box, Main } from '@strapi/design-system';
import { Layouts, Page, useNotification } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import type { ContactView } from '../../../shared/contracts/contacts';
import { useGetContactQuery, useUpdateContactMutation } from '../api/contacts';
import { LoadFailure } from '../components/LoadFailure';
import { StatusBadge } from '../components/StatusBadge';
import { useText } from '../components/useText';
import { Timeline } from '../features/changes/Timeline';
import { ContactForm } from '../features/contact-form/ContactForm';
import { changesOf, entryOf } from '../features/contact-form/entries';
import { BackToList, useReturnTo } from '../features/contact-form/useReturnTo';

function EditForm({ contact }: { contact: ContactView }) {
  const t = useText();
  const navigate = useNavigate();
  const returnTo = useReturnTo();
  const { toggleNotification } = useNotification();
  const [update] = useUpdateContactMutation();
  const start = useMemo(() => entryOf(contact), [contact]);
  const initial = useMemo(() => ({ entries: [start] }), [start]);
  /** As the server answered; null while nothing was sent. */
  const saved = useRef<ContactView | null>(null);
  return (
    <ContactForm
      title={contact.name}
      badge={<StatusBadge status={contact.contactStatus} />}
      back={<BackToList to={returnTo} />}
      initial={initial}
      editing={contact.documentId}
      send={async ([entry]) => {
        const data = entry ? changesOf(start, entry) : {};
        if (Object.keys(data).length === 0) return undefined;
        const result = await update({ documentId: contact.documentId, data });
        if ('error' in result) return result.error;
        saved.current = result.data;
        return undefined;
      }}
      onSaved={() => {
        const message = saved.current
          ? t('form.saved', { name: saved.current.name })
          : t('form.unchanged');
        toggleNotification({ type: saved.current ? 'success' : 'info', message });
        navigate(returnTo);
      }}
    />
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
