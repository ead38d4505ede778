import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useState } from 'react';
import { PASTED_MAX, type PastedNumbersAnswer } from '../../../../shared/contracts/pasted-numbers';
import { useFindPastedNumbersMutation } from '../../api/named-records';
import { Notice } from '../../components/Notice';
import { useFailureText } from '../../components/useFailureText';
import { errorText, useText } from '../../components/useText';
import { UserText } from '../../components/UserText';

/** Numbers hold spaces, so only lines, commas, semicolons and tabs part them. */
const numbersIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\n\r,;\t]+/)
      .map((number) => number.trim().slice(0, 100))
      .filter(Boolean),
  ),
];

interface Props {
  onFound: (documentIds: string[]) => void;
}

/** Who has the numbers somebody pasted, and which of them nobody has, before anybody is added. */
export function PastedPeople({ onFound }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<PastedNumbersAnswer | null>(null);
  const [find, { isLoading, error }] = useFindPastedNumbersMutation();
  const numbers = numbersIn(text);
  const isTooMany = numbers.length > PASTED_MAX;

  const handleFind = async () => {
    const result = await find(numbers);
    if ('error' in result) return;
    setAnswer(result.data);
    onFound(result.data.found.map(({ documentId }) => documentId));
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root
        hint={t('groups.people.paste-hint')}
        error={isTooMany ? t('groups.people.too-many', { max: PASTED_MAX }) : undefined}
      >
        <Field.Label>{t('groups.people.numbers')}</Field.Label>
        <Textarea
          dir="ltr"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAnswer(null);
            onFound([]);
          }}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      {error === undefined ? null : <Notice tone="danger">{failureText(error)}</Notice>}
      <Box>
        <Button
          variant="secondary"
          loading={isLoading}
          disabled={numbers.length === 0 || isTooMany}
          onClick={() => void handleFind()}
        >
          {t('groups.people.look', { count: numbers.length })}
        </Button>
      </Box>
      <Box aria-live="polite">{answer ? <Outcome {...answer} /> : null}</Box>
    </Flex>
  );
}

function Outcome({ found, notFound }: PastedNumbersAnswer) {
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography fontWeight="semiBold">
        {t('groups.people.found', { count: found.length })}
      </Typography>
      <Box tag="ul" maxHeight="16rem" overflow="auto">
        {found.map(({ documentId, name, number }) => (
          <Flex tag="li" key={documentId} gap={2} justifyContent="space-between">
            <UserText maxWidth="24rem">{name}</UserText>
            <Typography textColor="neutral600" dir="ltr">
              {number}
            </Typography>
          </Flex>
        ))}
      </Box>
      {notFound.length > 0 ? (
        <>
          <Typography fontWeight="semiBold">
            {t('groups.people.not-found', { count: notFound.length })}
          </Typography>
          <Box tag="ul" maxHeight="16rem" overflow="auto">
            {notFound.map(({ number, code }) => (
              <Box tag="li" key={number}>
                <Typography dir="ltr">{number}</Typography>
                {code === 'contact.not-found' ? null : (
                  <Typography textColor="neutral600">{` – ${t(errorText(code))}`}</Typography>
                )}
              </Box>
            ))}
          </Box>
        </>
      ) : null}
    </Flex>
  );
}
