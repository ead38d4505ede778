import { Box, Link } from '@strapi/design-system';
import { Link as RouterLink } from 'react-router-dom';
import type { OperationAnswer } from '../../../shared/contracts/operations';
import { contactPath } from './contact-paths';
import { PeopleList } from './PeopleList';
import { UserText } from './UserText';

/** Whom an undo took back although other values of theirs are newer. */
export function NewerList({ answer }: { answer: Pick<OperationAnswer, 'newer' | 'newerCount'> }) {
  return (
    <PeopleList unlisted={answer.newerCount - answer.newer.length}>
      {answer.newer.map(({ documentId, name }) => (
        <Box key={documentId} tag="li" paddingTop={1} paddingBottom={1}>
          <Link tag={RouterLink} to={contactPath(documentId)}>
            <UserText>{name}</UserText>
          </Link>
        </Box>
      ))}
    </PeopleList>
  );
}
