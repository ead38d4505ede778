import { Flex, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import { useText, type TextKey } from './useText';

export interface Choice<Value extends string> {
  value: Value;
  label: TextKey;
  hint: TextKey;
}

interface Props<Value extends string> {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}

/** One of a few, each with a sentence that says what it does. */
export function ChoiceField<Value extends string>(props: Props<Value>) {
  const { label, value, choices, onChange } = props;
  const t = useText();
  const labelId = useId();
  const choose = (chosen: string) => {
    const choice = choices.find((one) => one.value === chosen);
    if (choice) onChange(choice.value);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      <Typography id={labelId} variant="pi" fontWeight="bold">
        {label}
      </Typography>
      <Radio.Group aria-labelledby={labelId} value={value} onValueChange={choose}>
        {choices.map((choice) => (
          <Radio.Item key={choice.value} value={choice.value}>
            <Flex direction="column" alignItems="flex-start">
              <Typography>{t(choice.label)}</Typography>
              <Typography variant="pi" textColor="neutral600">
                {t(choice.hint)}
              </Typography>
            </Flex>
          </Radio.Item>
        ))}
      </Radio.Group>
    </Flex>
  );
}
