import {
  Checkbox,
  Field,
  SingleSelect,
  SingleSelectOption,
  Textarea,
  TextInput,
} from '@strapi/design-system';
import { FIELD_TYPES, HELP_MAX } from '../../../../shared/custom-fields';
import { NameField } from '../../components/NameField';
import { errorText, useText } from '../../components/useText';
import { CustomFieldInput } from '../contact-form/CustomFieldInput';
import {
  hasOptions,
  optionsIn,
  type DefinitionForm,
  type DefinitionProblems,
} from './definition-form';

interface Props {
  form: DefinitionForm;
  problems: DefinitionProblems;
  /** Key and type stay what they are. */
  isNew: boolean;
  onChange: (change: Partial<DefinitionForm>) => void;
}

/** All that makes up a custom field. */
export function DefinitionFields(props: Props) {
  const { form, onChange } = props;
  const t = useText();
  return (
    <>
      <LabelField {...props} />
      <TypeField {...props} />
      {hasOptions(form.type) ? <OptionsField {...props} /> : null}
      <Field.Root name="required" hint={t('fields.required.hint')}>
        <Checkbox
          checked={form.required}
          onCheckedChange={(checked) => onChange({ required: checked === true })}
        >
          {t('fields.required')}
        </Checkbox>
        <Field.Hint />
      </Field.Root>
      <DefaultField {...props} />
      <Field.Root name="help" hint={t('fields.help.hint')}>
        <Field.Label>{t('fields.help')}</Field.Label>
        <TextInput
          dir="auto"
          autoComplete="off"
          maxLength={HELP_MAX}
          value={form.help}
          onChange={(event) => onChange({ help: event.target.value })}
        />
        <Field.Hint />
      </Field.Root>
      <KeyField {...props} />
    </>
  );
}

function LabelField({ form, problems, onChange }: Props) {
  const t = useText();
  return (
    <NameField
      name="label"
      label={t('fields.label')}
      hint={t('fields.label.hint')}
      value={form.label}
      problem={problems.label && t(errorText(problems.label))}
      onChange={(label) => onChange({ label })}
    />
  );
}

function TypeField({ form, isNew, onChange }: Props) {
  const t = useText();
  return (
    <Field.Root name="type" hint={t('fields.type.hint')}>
      <Field.Label>{t('fields.type')}</Field.Label>
      <SingleSelect
        value={form.type}
        disabled={!isNew}
        onChange={(chosen) => {
          const type = FIELD_TYPES.find((known) => known === chosen);
          // A value of one type is none of another.
          if (type) onChange({ type, defaultValue: null });
        }}
      >
        {FIELD_TYPES.map((type) => (
          <SingleSelectOption key={type} value={type}>
            {t(`fields.type.${type}`)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Hint />
    </Field.Root>
  );
}

function OptionsField({ form, problems, onChange }: Props) {
  const t = useText();
  return (
    <Field.Root
      name="options"
      required
      hint={t('fields.options.hint')}
      error={problems.options && t(errorText(problems.options))}
    >
      <Field.Label>{t('fields.options')}</Field.Label>
      <Textarea
        dir="auto"
        value={form.options}
        onChange={(event) => onChange({ options: event.target.value })}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}

function DefaultField({ form, problems, onChange }: Props) {
  const t = useText();
  const field = {
    key: 'default',
    label: t('fields.default'),
    type: form.type,
    options: [...new Set(optionsIn(form))],
    required: false,
    help: t('fields.default.hint'),
  };
  return (
    <CustomFieldInput
      field={field}
      value={form.defaultValue}
      problem={problems.defaultValue && { code: problems.defaultValue }}
      onChange={(defaultValue) => onChange({ defaultValue })}
      onFinish={() => undefined}
    />
  );
}

function KeyField({ form, problems, isNew, onChange }: Props) {
  const t = useText();
  const problem =
    problems.key &&
    t(problems.key === 'request.invalid' ? 'fields.key.invalid' : errorText(problems.key));
  return (
    <Field.Root name="key" hint={isNew ? t('fields.key.hint') : undefined} error={problem}>
      <Field.Label>{t('fields.key')}</Field.Label>
      <TextInput
        dir="ltr"
        autoComplete="off"
        disabled={!isNew}
        value={form.key}
        onChange={(event) => onChange({ key: event.target.value.trim() })}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
