import { useGetNamedRecordsQuery } from '../../api/named-records';
import { useText } from '../../components/useText';
import { LeaveOut } from './LeaveOut';
import { SeveralField } from './SeveralField';
import { useProblemText } from './useProblemText';
import type { FieldProblem } from './validate-entries';

interface Props {
  label?: string;
  hint?: string;
  /** documentIds */
  value: string[];
  problem: FieldProblem | undefined;
  onChange: (value: string[]) => void;
}

/** Any number of existing groups. */
export function GroupsField({ label, hint, value, problem, onChange }: Props) {
  const t = useText();
  const problemText = useProblemText();
  const { data = [], isLoading } = useGetNamedRecordsQuery({ kind: 'groups' });
  return (
    <SeveralField
      label={label ?? t('form.groups')}
      hint={hint}
      searchLabel={t('search.groups')}
      summary={t('form.groups-chosen', { count: value.length })}
      emptyText={t('filter.none.groups')}
      problem={problem && problemText(problem)}
      options={data}
      isLoading={isLoading}
      value={value}
      onChange={onChange}
    >
      <LeaveOut problem={problem} onLeaveOut={() => onChange(value)} />
    </SeveralField>
  );
}
