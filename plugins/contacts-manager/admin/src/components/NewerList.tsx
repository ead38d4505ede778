import { Box, Link, Typography } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { OperationAnswer } from '../../../shared/contracts/operations';
import { contactPath } from './contact-paths';
import { ScrollList } from './ScrollList';
import { useText } from './useText';
import { UserText } from './UserText';

/** Whom an undo took back although other values of theirs are newer. */
export function NewerList({ answer }: { answer: Pick<OperationAnswer, 'newer' | 'newerCount'> }) {
  const t = useText();
  const unlisted = answer.newerCount - answer.newer.length;
  return (
    <ScrollList>
      {answer.newer.map(({ documentId, name }) => (
        <Box key={documentId} tag="li" paddingTop={1} paddingBottom={1}>
          <Link tag={RouterLink} to={contactPath(documentId)}>
            <UserText>{name}</UserText>
          </Link>
        </Box>
      ))}
      {unlisted > 0 ? (
        <Typography tag="li" textColor="neutral600">
          {t('skipped.unlisted', { count: unlisted })}
        </Typography>
      ) : null}
    </ScrollList>
  );
}
