import { Flex, Typography } from '@strapi/design-system';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import { ScrollList } from './ScrollList';
import { errorText, useText } from './useText';
import { UserText } from './UserText';

/** Who was or would be left out, each with the reason. */
export function SkippedList({ answer }: { answer: Pick<BulkAnswer, 'skipped' | 'skippedCount'> }) {
  const t = useText();
  const unlisted = answer.skippedCount - answer.skipped.length;
  return (
    <ScrollList>
      {answer.skipped.map(({ documentId, name, code }) => (
        <Flex key={documentId} tag="li" gap={2} paddingTop={1} paddingBottom={1} wrap="wrap">
          <UserText fontWeight="semiBold">{name}</UserText>
          <Typography textColor="neutral600">
            {code === 'unchanged' ? t('skipped.reason.unchanged') : t(errorText(code))}
          </Typography>
        </Flex>
      ))}
      {unlisted > 0 ? (
        <Typography tag="li" textColor="neutral600">
          {t('skipped.unlisted', { count: unlisted })}
        </Typography>
      ) : null}
    </ScrollList>
  );
}
