import { Box, Flex, Typography, VisuallyHidden } from '@strapi/design-system';
import { ArrowRight, WarningCircle } from '@strapi/icons';
import { styled } from 'styled-components';
import type { ImportRowView, RowIssue } from '../../../../shared/contracts/import-rows';
import type { ImportColumn } from '../../../../shared/import-fields';
import { formatPhone } from '../../../../shared/phone';
import { UserText } from '../../components/UserText';
import { errorText, useText } from '../../components/useText';

const CELL_WIDTH = '22rem';

const Sentence = styled(Typography)`
  white-space: normal;
  display: block;
`;

function useIssueText(): (issue: RowIssue) => string {
  const t = useText();
  return ({ code, detail, value }) => {
    if (detail && code === 'phone.taken') return t('import.issue.taken', { owner: detail });
    if (detail && code === 'phone.repeated') return t('import.issue.repeated', { row: detail });
    if (code === 'category.unknown' || code === 'group.unknown') {
      return t('import.issue.unknown', { name: value });
    }
    return t(errorText(code));
  };
}

function Issue({ issue }: { issue: RowIssue }) {
  const issueText = useIssueText();
  return (
    <Flex gap={1} alignItems="flex-start" width={CELL_WIDTH}>
      <Box color="danger600" paddingTop={1} shrink={0} aria-hidden>
        <WarningCircle width="1.2rem" height="1.2rem" fill="currentColor" />
      </Box>
      <Sentence variant="pi" textColor="danger600" dir="auto">
        {issueText(issue)}
      </Sentence>
    </Flex>
  );
}

/** What a number was read as, where that is not what one sees anyway. */
function ReadAs({ row, field }: { row: ImportRowView; field: ImportColumn }) {
  const t = useText();
  const number = isPhone(field) ? row.readAs?.[field] : undefined;
  const shown = number && formatPhone(number);
  if (!shown || shown === row.cells[field]) return null;
  return (
    <Flex gap={1}>
      <Box color="neutral500" aria-hidden>
        <ArrowRight width="1rem" height="1rem" fill="currentColor" />
      </Box>
      <VisuallyHidden>{t('import.number.read-as')}</VisuallyHidden>
      <Typography variant="pi" textColor="neutral600">
        {shown}
      </Typography>
    </Flex>
  );
}

const isPhone = (field: ImportColumn): field is 'primaryContact' | 'secondaryContact' =>
  field === 'primaryContact' || field === 'secondaryContact';

interface ChangeProps {
  field: ImportColumn;
  before: string;
  after: string;
}

function Change({ field, before, after }: ChangeProps) {
  const t = useText();
  const show = (value: string) => (isPhone(field) ? formatPhone(value) : value);
  return (
    <Flex direction="column" alignItems="flex-start">
      <VisuallyHidden>{t('import.change.before')}</VisuallyHidden>
      <Typography tag="del" variant="pi" textColor="neutral500">
        <UserText maxWidth={CELL_WIDTH} variant="pi" textColor="neutral500">
          {before === '' ? t('import.change.empty') : show(before)}
        </UserText>
      </Typography>
      <Flex gap={1}>
        <Box color="success600" aria-hidden>
          <ArrowRight width="1rem" height="1rem" fill="currentColor" />
        </Box>
        <VisuallyHidden>{t('import.change.after')}</VisuallyHidden>
        <UserText maxWidth={CELL_WIDTH} fontWeight="semiBold" textColor="success700">
          {show(after)}
        </UserText>
      </Flex>
    </Flex>
  );
}

/** One cell of the file: what stands in it, what it changes, or what is wrong with it and what to do. */
export function RowCell({ row, field }: { row: ImportRowView; field: ImportColumn }) {
  const value = row.cells[field] ?? '';
  const issues = row.issues.filter((issue) => issue.field === field);
  const change = row.changes.find((one) => one.field === field);
  if (change && issues.length === 0) return <Change {...change} />;
  return (
    <Flex direction="column" alignItems="flex-start" gap={1}>
      {value !== '' && (
        <UserText
          maxWidth={CELL_WIDTH}
          textColor={issues.length > 0 ? 'danger600' : 'neutral800'}
          fontWeight={issues.length > 0 ? 'semiBold' : 'regular'}
        >
          {value}
        </UserText>
      )}
      <ReadAs row={row} field={field} />
      {issues.map((issue, index) => (
        <Issue key={index} issue={issue} />
      ))}
    </Flex>
  );
}
