import { Box, Button, Field, Flex, Textarea, Typography } from '@strapi/design-system';
import { useEffect, useState } from 'react';
import { NUMBERS_MAX, type FoundNumber } from '../../../../shared/contracts/numbers';
import { useFindNumbersQuery } from '../../api/contacts';
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

/** Each contact once, however many of its numbers were pasted. */
const peopleIn = (found: readonly FoundNumber[]) => [
  ...new Map(
    found.flatMap(({ text, contact }) =>
      contact ? [[contact.documentId, { ...contact, text }] as const] : [],
    ),
  ).values(),
];

interface Props {
  /** Keep it the same from call to call. */
  onFound: (documentIds: string[]) => void;
}

/** Who has the numbers somebody pasted, and which of them nobody has, before anybody is added. */
export function PastedPeople({ onFound }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const [text, setText] = useState('');
  const [asked, setAsked] = useState<string[] | null>(null);
  const { currentData, error, isFetching } = useFindNumbersQuery(asked ?? [], {
    skip: asked === null,
    refetchOnMountOrArgChange: true,
  });
  const answer = asked === null ? undefined : currentData;
  const numbers = numbersIn(text);
  const isTooMany = numbers.length > NUMBERS_MAX;

  useEffect(() => {
    onFound(peopleIn(answer ?? []).map(({ documentId }) => documentId));
  }, [answer, onFound]);
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Field.Root
        hint={t('groups.people.paste-hint')}
        error={isTooMany ? t('groups.people.too-many', { max: NUMBERS_MAX }) : undefined}
      >
        <Field.Label>{t('groups.people.numbers')}</Field.Label>
        <Textarea
          dir="ltr"
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setAsked(null);
          }}
        />
        <Field.Error />
        <Field.Hint />
      </Field.Root>
      {error === undefined || asked === null ? null : (
        <Notice tone="danger">{failureText(error)}</Notice>
      )}
      <Box>
        <Button
          variant="secondary"
          loading={isFetching}
          disabled={numbers.length === 0 || isTooMany}
          onClick={() => setAsked(numbers)}
        >
          {t('groups.people.look', { count: numbers.length })}
        </Button>
      </Box>
      <Box aria-live="polite">{answer ? <Outcome numbers={answer} /> : null}</Box>
    </Flex>
  );
}

function Outcome({ numbers }: { numbers: readonly FoundNumber[] }) {
  const t = useText();
  const found = peopleIn(numbers);
  const notFound = numbers.filter(({ contact }) => contact === null);
  return (
    <Flex direction="column" alignItems="stretch" gap={2}>
      <Typography fontWeight="semiBold">
        {t('groups.people.found', { count: found.length })}
      </Typography>
      <Box tag="ul" maxHeight="16rem" overflow="auto">
        {found.map(({ documentId, name, text }) => (
          <Flex tag="li" key={documentId} gap={2} justifyContent="space-between">
            <UserText maxWidth="24rem">{name}</UserText>
            <Typography textColor="neutral600" dir="ltr">
              {text}
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
            {notFound.map(({ text, phone }) => (
              <Box tag="li" key={text}>
                <Typography dir="ltr">{text}</Typography>
                {phone === null ? (
                  <Typography textColor="neutral600">{` – ${t(errorText('phone.invalid'))}`}</Typography>
                ) : null}
              </Box>
            ))}
          </Box>
        </>
      ) : null}
    </Flex>
  );
}
