import { Flex, TextButton } from '@strapi/design-system';
import { useText } from '../../components/useText';
import type { FieldProblem } from './validate-entries';

interface Props {
  problem: FieldProblem | undefined;
  onLeaveOut: () => void;
}

/** Settles names that nobody has made by doing without them. */
export function LeaveOut({ problem, onLeaveOut }: Props) {
  const t = useText();
  const { names } = problem ?? {};
  if (!names) return null;
  return (
    <Flex>
      <TextButton onClick={onLeaveOut}>
        {t('form.leave-out', { count: names.length, name: names[0] ?? '' })}
      </TextButton>
    </Flex>
  );
}
