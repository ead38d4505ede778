import { Field, TextInput } from '@strapi/design-system';

interface Props {
  name: 'name' | 'label';
  label: string;
  hint?: string;
  value: string;
  problem: string | undefined;
  onChange: (value: string) => void;
}

/** The first field of a dialog about something that people give a name to. */
export function NameField({ name, label, hint, value, problem, onChange }: Props) {
  return (
    <Field.Root name={name} required hint={hint} error={problem}>
      <Field.Label>{label}</Field.Label>
      <TextInput
        dir="auto"
        autoFocus
        autoComplete="off"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
