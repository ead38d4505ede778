import { Box, Button, Flex, Typography } from '@strapi/design-system';
import { Cross, Duplicate } from '@strapi/icons';
import { useClipboard, useNotification } from '@strapi/strapi/admin';
import { styled } from 'styled-components';
import { CONTACT_STATUSES } from '../../../../shared/status';
import type { FoundNumber } from '../../../../shared/contracts/numbers';
import { useFindNumbersQuery } from '../../api/contacts';
import { Notice } from '../../components/Notice';
import { SkeletonLines } from '../../components/SkeletonRows';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';

const Scroll = styled.ul`
  max-height: 16rem;
  overflow-y: auto;
  list-style: disc inside;
`;

function NotFound({ numbers }: { numbers: FoundNumber[] }) {
  const t = useText();
  const { copy } = useClipboard();
  const { toggleNotification } = useNotification();
  const copyAll = async () => {
    const done = await copy(numbers.map(({ text }) => text).join('\n'));
    toggleNotification({
      type: done ? 'success' : 'warning',
      message: t(done ? 'numbers.copied' : 'numbers.not-copied', { count: numbers.length }),
    });
  };
  return (
    <Box>
      <Flex gap={2} wrap="wrap">
        <Typography fontWeight="semiBold">{t('numbers.not-found-list')}</Typography>
        <Button
          size="S"
          variant="tertiary"
          startIcon={<Duplicate aria-hidden />}
          onClick={() => void copyAll()}
        >
          {t('numbers.copy')}
        </Button>
      </Flex>
      <Scroll aria-label={t('numbers.not-found-list')} tabIndex={0}>
        {numbers.map(({ text, phone, formerOwner }) => (
          <Typography tag="li" key={text}>
            <bdi>{text}</bdi>
            {phone === null ? ` – ${t('numbers.unreadable')}` : null}
            {formerOwner ? ` – ${t('numbers.formerly', { name: formerOwner.name })}` : null}
          </Typography>
        ))}
      </Scroll>
    </Box>
  );
}

/** "48 of 50 numbers found · 45 in Active · 3 in Archived". */
function Found({ answer }: { answer: FoundNumber[] }) {
  const t = useText();
  const statuses = answer.flatMap(({ contact }) => contact?.contactStatus ?? []);
  const parts = CONTACT_STATUSES.map((status) => ({
    status,
    total: statuses.filter((one) => one === status).length,
  })).filter(({ total }) => total > 0);
  const texts = [
    t('numbers.found', { found: statuses.length, count: answer.length }),
    ...parts.map(({ status, total }) => t('list.hits-in', { total, tab: t(`tab.${status}`) })),
  ];
  return (
    <UserText fontWeight="bold" maxWidth="100%">
      {texts.join(' · ')}
    </UserText>
  );
}

interface Props {
  numbers: string[];
  /** How many were pasted, when they were more than are looked up; else 0. */
  pasted: number;
  onClear: () => void;
}

/** Above a list that was asked for by pasted numbers: how many were found, and which were not. */
export function NumbersPanel({ numbers, pasted, onClear }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { currentData: answer, error } = useFindNumbersQuery(numbers);
  const missing = answer?.filter(({ contact }) => contact === null) ?? [];
  return (
    <Box
      role="region"
      aria-label={t('numbers.label')}
      background="neutral0"
      hasRadius
      shadow="tableShadow"
      padding={4}
    >
      <Flex direction="column" alignItems="stretch" gap={3}>
        <Flex justifyContent="space-between" gap={2} wrap="wrap" aria-live="polite">
          {answer ? (
            <Found answer={answer} />
          ) : error ? null : (
            <Box width="32rem" maxWidth="100%">
              <SkeletonLines lines={1} />
            </Box>
          )}
          <Button size="S" variant="ghost" startIcon={<Cross aria-hidden />} onClick={onClear}>
            {t('numbers.clear')}
          </Button>
        </Flex>
        {pasted > 0 ? (
          <Notice tone="warning">{t('numbers.too-many', { count: numbers.length, pasted })}</Notice>
        ) : null}
        {error ? <Notice tone="danger">{failureText(error)}</Notice> : null}
        {missing.length > 0 ? <NotFound numbers={missing} /> : null}
      </Flex>
    </Box>
  );
}
