import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { useRef, useState } from 'react';
import type { NoteView } from '../../../../shared/contracts/notes';
import { NOTES_PER_PAGE, useGetNotesQuery } from '../../api/notes';
import { useDateTime } from '../../components/DateTime';
import { LoadFailure } from '../../components/LoadFailure';
import { SkeletonLines } from '../../components/SkeletonRows';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { useActorName } from '../changes/change-text';
import { DeleteNote } from './DeleteNote';
import { NewNote } from './NewNote';
import { Panel } from './Panel';
import { LongText } from './Values';

interface NoteProps {
  note: NoteView;
  documentId: string;
  page: number;
  onDelete: () => void;
}

function Note({ note, onDelete, ...place }: NoteProps) {
  const t = useText();
  const may = usePermissions();
  const actorName = useActorName();
  const when = useDateTime()(note.createdAt);
  return (
    <Box tag="li" paddingTop={3}>
      <Flex justifyContent="space-between" gap={2}>
        <Typography variant="pi" textColor="neutral600">
          {t('change.byline', { who: actorName(note.author), when })}
        </Typography>
        {note.isOwn && may.update ? (
          <DeleteNote noteId={note.documentId} when={when} onDelete={onDelete} {...place} />
        ) : null}
      </Flex>
      <LongText>{note.text}</LongText>
    </Box>
  );
}

interface PagerProps {
  page: number;
  total: number;
  onPage: (page: number) => void;
}

function Pager({ page, total, onPage }: PagerProps) {
  const t = useText();
  if (total <= NOTES_PER_PAGE) return null;
  return (
    <Flex gap={2} paddingTop={4}>
      <Button size="S" variant="tertiary" disabled={page === 1} onClick={() => onPage(page - 1)}>
        {t('team-notes.newer')}
      </Button>
      <Button
        size="S"
        variant="tertiary"
        disabled={page * NOTES_PER_PAGE >= total}
        onClick={() => onPage(page + 1)}
      >
        {t('team-notes.older')}
      </Button>
    </Flex>
  );
}

/** What the team remarks about a contact, one by one, the newest first. */
export function NotesPanel({ documentId }: { documentId: string }) {
  const t = useText();
  const may = usePermissions();
  const [page, setPage] = useState(1);
  const list = useRef<HTMLUListElement>(null);
  const { data, error, refetch } = useGetNotesQuery(
    { documentId, page },
    { refetchOnMountOrArgChange: true },
  );
  // The dialog that asked gives the focus back to a button that is gone: this comes before it, and stays.
  const focusList = () => window.setTimeout(() => list.current?.focus({ preventScroll: true }));
  return (
    <Panel title={t('team-notes.title')}>
      <Box paddingTop={4}>
        {may.update ? <NewNote documentId={documentId} onAdd={() => setPage(1)} /> : null}
        {data ? (
          <>
            {data.pagination.total === 0 ? (
              <Box paddingTop={3}>
                <Typography textColor="neutral600">{t('team-notes.none')}</Typography>
              </Box>
            ) : null}
            <Box tag="ul" ref={list} tabIndex={-1} aria-label={t('team-notes.title')}>
              {data.results.map((note) => (
                <Note
                  key={note.documentId}
                  note={note}
                  documentId={documentId}
                  page={page}
                  onDelete={focusList}
                />
              ))}
            </Box>
            <Pager page={page} total={data.pagination.total} onPage={setPage} />
          </>
        ) : error === undefined ? (
          <Box paddingTop={3}>
            <SkeletonLines lines={4} />
          </Box>
        ) : (
          <LoadFailure error={error} onRetry={() => void refetch()} />
        )}
      </Box>
    </Panel>
  );
}
