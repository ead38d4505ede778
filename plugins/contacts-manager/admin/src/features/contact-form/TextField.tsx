import { Field, Textarea, TextInput } from '@strapi/design-system';
import { useEffect, useRef, type ReactNode } from 'react';
import { styled } from 'styled-components';
import type { TextField as TextFieldName } from './entries';
import type { CustomColumn } from '../../../../shared/import-fields';
import { useProblemText } from './useProblemText';
import type { FieldProblem } from './validate-entries';

/** The browser draws the calendar of a date in black; grey is seen on light and dark alike. */
const OneLine = styled(TextInput)`
  &::-webkit-calendar-picker-indicator,
  & ::-webkit-calendar-picker-indicator {
    filter: invert(0.5);
  }
`;

/** After this long without a key a value counts as finished, and its problem may be shown. */
const PAUSE_MS = 800;

interface Props {
  name: TextFieldName | CustomColumn;
  label: string;
  hint?: string;
  type?: 'text' | 'tel' | 'email' | 'url' | 'date';
  /** Which keys a phone shows. */
  inputMode?: 'decimal';
  isLong?: boolean;
  isRequired?: boolean;
  value: string;
  problem: FieldProblem | undefined;
  onChange: (value: string) => void;
  /** The person is done with this field for now. */
  onFinish: () => void;
  /** Below the problem. */
  children?: ReactNode;
}

export function TextField(props: Props) {
  const { name, label, hint, value, problem, onChange, onFinish, isLong = false } = props;
  const problemText = useProblemText();
  const finish = useRef(onFinish);
  finish.current = onFinish;
  const untouched = useRef(value);

  useEffect(() => {
    if (value === untouched.current) return;
    const timer = setTimeout(() => finish.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [value]);

  const input = {
    name,
    value,
    dir: 'auto',
    onBlur: () => {
      if (value) onFinish();
    },
  };
  return (
    <Field.Root
      name={name}
      hint={hint}
      required={props.isRequired ?? false}
      error={problem ? problemText(problem) : undefined}
    >
      <Field.Label>{label}</Field.Label>
      {isLong ? (
        <Textarea {...input} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <OneLine
          {...input}
          type={props.type ?? 'text'}
          inputMode={props.inputMode}
          autoComplete="off"
          onChange={(event) => onChange(event.target.value)}
        />
      )}
      <Field.Hint />
      <Field.Error />
      {props.children}
    </Field.Root>
  );
}
