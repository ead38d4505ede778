import { Flex, Typography } from '@strapi/design-system';
import type { BulkAnswer } from '../../../shared/contracts/bulk';
import { PeopleList } from './PeopleList';
import { errorText, useText } from './useText';
import { UserText } from './UserText';

/** Who was or would be left out, each with the reason. */
export function SkippedList({ answer }: { answer: Pick<BulkAnswer, 'skipped' | 'skippedCount'> }) {
  const t = useText();
  return (
    <PeopleList unlisted={answer.skippedCount - answer.skipped.length}>
      {answer.skipped.map(({ documentId, name, code }) => (
        <Flex key={documentId} tag="li" gap={2} paddingTop={1} paddingBottom={1} wrap="wrap">
          <UserText fontWeight="semiBold">{name}</UserText>
          <Typography textColor="neutral600">
            {code === 'unchanged' ? t('skipped.reason.unchanged') : t(errorText(code))}
          </Typography>
        </Flex>
      ))}
    </PeopleList>
  );
}
