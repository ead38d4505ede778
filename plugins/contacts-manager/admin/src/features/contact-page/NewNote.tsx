import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useAuth } from '@strapi/strapi/admin';
import { useState, type FormEvent } from 'react';
import { noteBody, type NoteView } from '../../../../shared/contracts/notes';
import { useAddNoteMutation } from '../../api/notes';
import { isErrorCode } from '../../api/errors';
import { errorText, useText } from '../../components/useText';
import { useFailureText } from '../../components/useFailureText';

/** A note as it will look, until the server has it. */
function useOwnNote(): (text: string) => NoteView {
  const user = useAuth('NewNote', (auth) => auth.user);
  const name = [user?.firstname, user?.lastname].filter(Boolean).join(' ');
  return (text) => {
    const createdAt = new Date().toISOString();
    const author = {
      type: 'admin',
      id: null,
      name: name === '' ? (user?.email ?? null) : name,
    } as const;
    return { documentId: `not-saved-yet ${createdAt}`, text, author, createdAt, isOwn: false };
  };
}

/** Ctrl or ⌘ with Enter saves as well, as people know it from chats. */
export function NewNote({ documentId, onAdd }: { documentId: string; onAdd: () => void }) {
  const t = useText();
  const failureText = useFailureText();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [add, { isLoading }] = useAddNoteMutation();
  const ownNote = useOwnNote();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = noteBody.safeParse({ text });
    if (!read.success) {
      const code = read.error.issues[0]?.message;
      setProblem(t(errorText(isErrorCode(code) ? code : 'note.empty')));
      return;
    }
    setProblem(null);
    setText('');
    onAdd();
    const answer = await add({ documentId, shown: ownNote(read.data.text) });
    if ('data' in answer) return;
    setProblem(failureText(answer.error));
    // Nothing that was typed is lost, and what was begun meanwhile stays.
    setText((begun) => (begun === '' ? text : `${text}\n${begun}`));
  };

  return (
    <form onSubmit={(event) => void submit(event)}>
      <Flex direction="column" alignItems="stretch" gap={2}>
        <Field.Root name="note" error={problem ?? undefined} hint={t('team-notes.hint')}>
          <Field.Label>{t('team-notes.new')}</Field.Label>
          <Textarea
            name="note"
            dir="auto"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit(event);
            }}
          />
          <Field.Hint />
          <Field.Error />
        </Field.Root>
        <Flex>
          <Button type="submit" size="S" variant="secondary" loading={isLoading}>
            {t('team-notes.add')}
          </Button>
        </Flex>
      </Flex>
    </form>
  );
}
