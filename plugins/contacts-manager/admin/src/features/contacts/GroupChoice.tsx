import { Field } from '@strapi/design-system';
import { CheckList, type CheckOption } from '../../components/CheckList';
import { ChosenTags } from '../../components/ChosenTags';
import { useText } from '../../components/useText';

interface Props {
  label: string;
  hint?: string;
  /** Set once the person has tried to go on without a choice. */
  error?: string | undefined;
  isSearchFirst?: boolean;
  options: readonly CheckOption[];
  isLoading: boolean;
  /** documentIds */
  value: string[];
  onChange: (value: string[]) => void;
  emptyText?: string;
}

/** Ticking groups in a dialog; at least one has to be. */
export function GroupChoice(props: Props) {
  const { label, hint, error, options, isLoading, value, onChange, emptyText } = props;
  const t = useText();
  return (
    <Field.Root required hint={hint} error={error}>
      <Field.Label>{label}</Field.Label>
      <Field.Hint />
      <CheckList
        label={label}
        searchLabel={t('search.groups')}
        isSearchFirst={props.isSearchFirst ?? false}
        options={options}
        isLoading={isLoading}
        value={value}
        onChange={onChange}
        emptyText={emptyText ?? t('filter.none.groups')}
      />
      <Field.Error />
      <ChosenTags options={options} value={value} onChange={onChange} />
    </Field.Root>
  );
}
