import { Button, Field, Flex, Textarea } from '@strapi/design-system';
import { useState, type FormEvent } from 'react';
import { noteBody } from '../../../../shared/contracts/notes';
import { useAddNoteMutation } from '../../api/notes';
import { isErrorCode } from '../../api/errors';
import { errorText, useText } from '../../components/useText';
import { useFailureText } from '../../components/useFailureText';

/** Ctrl or ⌘ with Enter saves as well, as people know it from chats. */
export function NewNote({ documentId, onAdded }: { documentId: string; onAdded: () => void }) {
  const t = useText();
  const failureText = useFailureText();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [add, { isLoading }] = useAddNoteMutation();

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const read = noteBody.safeParse({ text });
    if (!read.success) {
      const code = read.error.issues[0]?.message;
      setProblem(t(errorText(isErrorCode(code) ? code : 'note.empty')));
      return;
    }
    setProblem(null);
    const answer = await add({ documentId, text });
    if ('error' in answer) {
      setProblem(failureText(answer.error));
      return;
    }
    setText('');
    onAdded();
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
