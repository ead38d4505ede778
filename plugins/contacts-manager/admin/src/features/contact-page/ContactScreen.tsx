import { Flex, Main, VisuallyHidden } from '@strapi/design-system';
import { Layouts, Page } from '@strapi/strapi/admin';
import { useRef } from 'react';
import { styled } from 'styled-components';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { useGetContactQuery } from '../../api/contacts';
import { contactPath } from '../../components/contact-paths';
import { LoadFailure } from '../../components/LoadFailure';
import { PageHeading } from '../../components/PageHeading';
import { SkeletonPage, SkeletonPanel } from '../../components/SkeletonPage';
import { StatusBadge } from '../../components/StatusBadge';
import { useText } from '../../components/useText';
import { Timeline } from '../changes/Timeline';
import { BackLink, useOrigin, useReturnTo } from '../contact-form/useReturnTo';
import { ContactActions } from './ContactActions';
import { DetailsPanel } from './DetailsPanel';
import { NeighbourLinks } from './NeighbourLinks';
import { NotesPanel } from './NotesPanel';
import { StatusPanel } from './StatusPanel';
import { useListPlace } from './useListPlace';

const Columns = styled.div`
  display: grid;
  grid-template-columns: minmax(0, 1fr);
  align-items: start;
  gap: ${({ theme }) => theme.spaces[4]};
  padding-block-end: ${({ theme }) => theme.spaces[10]};

  @media (min-width: 1080px) {
    grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
  }
`;

/** Everything about one contact; `onSaved` asks for it again. */
function ContactBody({ contact, onSaved }: { contact: ContactView; onSaved: () => void }) {
  const { documentId } = contact;
  return (
    <Columns>
      <Flex direction="column" alignItems="stretch" gap={4} minWidth={0}>
        <DetailsPanel contact={contact} onSaved={onSaved} />
        <Timeline documentId={documentId} />
      </Flex>
      <Flex direction="column" alignItems="stretch" gap={4} minWidth={0}>
        <StatusPanel contact={contact} />
        <NotesPanel documentId={documentId} />
      </Flex>
    </Columns>
  );
}

/** `asked` is the contact of the address, which may still be on its way. */
function ContactHeader({ contact, asked }: { contact: ContactView; asked: string }) {
  const t = useText();
  const heading = useRef<HTMLDivElement>(null);
  const origin = useOrigin();
  const target = useReturnTo();
  const place = useListPlace(origin);
  const { documentId, name } = contact;
  return (
    <PageHeading ref={heading} tabIndex={-1}>
      <VisuallyHidden role="status">{t('contact.shown', { name })}</VisuallyHidden>
      <Layouts.Header
        title={name}
        navigationAction={
          <Flex gap={4}>
            <BackLink target={target} />
            {place && origin ? (
              <NeighbourLinks documentId={asked} place={place} returnTo={origin.to} />
            ) : null}
          </Flex>
        }
        secondaryAction={<StatusBadge status={contact.contactStatus} />}
        primaryAction={
          <ContactActions
            contact={contact}
            formState={{ returnTo: contactPath(documentId), then: target.to }}
            returnTo={target}
            fallback={heading}
          />
        }
      />
    </PageHeading>
  );
}

/** The page of one contact. While the next one loads, the one before stays in place. */
export function ContactScreen({ documentId }: { documentId: string }) {
  const { data, error, isFetching, refetch } = useGetContactQuery(documentId);
  const isGone = error !== undefined && !isFetching;
  if (!data && !isGone) {
    return (
      <SkeletonPage>
        <Columns>
          <SkeletonPanel lines={10} />
          <SkeletonPanel lines={4} />
        </Columns>
      </SkeletonPage>
    );
  }
  return (
    <Main aria-busy={data?.documentId !== documentId && isFetching}>
      {data && !isGone ? (
        <>
          <Page.Title>{data.name}</Page.Title>
          <ContactHeader contact={data} asked={documentId} />
          <Layouts.Content>
            <ContactBody key={data.documentId} contact={data} onSaved={() => void refetch()} />
          </Layouts.Content>
        </>
      ) : (
        <LoadFailure error={error} onRetry={() => void refetch()} />
      )}
    </Main>
  );
}
