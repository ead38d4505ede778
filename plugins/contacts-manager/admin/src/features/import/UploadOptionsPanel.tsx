import { Accordion, Flex, Radio, Typography } from '@strapi/design-system';
import { useId } from 'react';
import type { UploadOptions } from '../../api/upload-import';
import { useText, type TextKey } from '../../components/useText';
import { CountryField } from './CountryField';

interface Choice<Value extends string> {
  value: Value;
  label: TextKey;
  hint: TextKey;
}

const EXISTING = [
  { value: 'skip', label: 'import.existing.skip', hint: 'import.existing.skip.hint' },
  { value: 'update', label: 'import.existing.update', hint: 'import.existing.update.hint' },
] as const satisfies readonly Choice<UploadOptions['existing']>[];

const UNKNOWN_NAMES = [
  { value: 'create', label: 'import.names.create', hint: 'import.names.create.hint' },
  { value: 'reject', label: 'import.names.reject', hint: 'import.names.reject.hint' },
] as const satisfies readonly Choice<UploadOptions['unknownNames']>[];

interface ChoiceFieldProps<Value extends string> {
  label: string;
  value: Value;
  choices: readonly Choice<Value>[];
  onChange: (value: Value) => void;
}

function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
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

interface Props {
  options: UploadOptions;
  onChange: (options: UploadOptions) => void;
  isOpenAtFirst: boolean;
}

/** What most people never need: what happens to numbers that exist, to unknown names, to local numbers. */
export function UploadOptionsPanel({ options, onChange, isOpenAtFirst }: Props) {
  const t = useText();
  return (
    <Accordion.Root collapsible size="S" {...(isOpenAtFirst ? { defaultValue: 'options' } : {})}>
      <Accordion.Item value="options">
        <Accordion.Header>
          <Accordion.Trigger>{t('import.options.title')}</Accordion.Trigger>
        </Accordion.Header>
        <Accordion.Content>
          <Flex direction="column" alignItems="stretch" gap={6} padding={6}>
            <ChoiceField
              label={t('import.existing.label')}
              value={options.existing}
              choices={EXISTING}
              onChange={(existing) => onChange({ ...options, existing })}
            />
            <ChoiceField
              label={t('import.names.label')}
              value={options.unknownNames}
              choices={UNKNOWN_NAMES}
              onChange={(unknownNames) => onChange({ ...options, unknownNames })}
            />
            <CountryField
              value={options.country}
              onChange={(country) => onChange({ ...options, country })}
            />
          </Flex>
        </Accordion.Content>
      </Accordion.Item>
    </Accordion.Root>
  );
}
