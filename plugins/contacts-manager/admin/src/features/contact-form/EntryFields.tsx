import { Grid } from '@strapi/design-system';
import { customColumn } from '../../../../shared/import-fields';
import type { CountryCode } from '../../../../shared/phone';
import { useText } from '../../components/useText';
import { CategoryField } from './CategoryField';
import { CustomFieldInput } from './CustomFieldInput';
import { shownValue, type FieldRules } from './custom-values';
import type { Entry, EntryField } from './entries';
import { GroupsField } from './GroupsField';
import { PhoneField } from './PhoneField';
import { TextField } from './TextField';
import type { EntryProblems } from './validate-entries';

interface Props {
  entry: Entry;
  problems: EntryProblems;
  defaultCountry: CountryCode | undefined;
  rules: FieldRules;
  onChange: (patch: Partial<Entry>) => void;
  onFinish: (field: EntryField) => void;
}

/** Two columns from 768 pixels on; before, half a column has no room for a number or a name. */
const CELL = {
  col: 6,
  m: 6,
  xs: 12,
  direction: 'column',
  alignItems: 'stretch',
  minWidth: 0,
} as const;
const WIDE_CELL = { ...CELL, col: 12, m: 12 } as const;

/** The seven fields of a contact, in the order of the guide, then the custom ones. */
export function EntryFields(props: Props) {
  const { entry, problems, defaultCountry, rules, onChange, onFinish } = props;
  const t = useText();
  return (
    <Grid.Root gap={4}>
      <Grid.Item {...CELL}>
        <TextField
          name="name"
          label={t('column.name')}
          isRequired
          value={entry.name}
          problem={problems.name}
          onChange={(name) => onChange({ name })}
          onFinish={() => onFinish('name')}
        />
      </Grid.Item>
      <Grid.Item {...CELL}>
        <PhoneField
          name="primaryContact"
          label={t('column.primaryContact')}
          hint={t('form.primary-hint')}
          isRequired
          defaultCountry={defaultCountry}
          value={entry.primaryContact}
          problem={problems.primaryContact}
          onChange={(primaryContact) => onChange({ primaryContact })}
          onFinish={() => onFinish('primaryContact')}
        />
      </Grid.Item>
      <Grid.Item {...CELL}>
        <CategoryField
          value={entry.category}
          problem={problems.category}
          onChange={(category) => onChange({ category })}
        />
      </Grid.Item>
      <Grid.Item {...CELL}>
        <TextField
          name="email"
          label={t('form.email')}
          type="email"
          value={entry.email}
          problem={problems.email}
          onChange={(email) => onChange({ email })}
          onFinish={() => onFinish('email')}
        />
      </Grid.Item>
      <Grid.Item {...CELL}>
        <PhoneField
          name="secondaryContact"
          label={t('column.secondaryContact')}
          defaultCountry={defaultCountry}
          value={entry.secondaryContact}
          problem={problems.secondaryContact}
          onChange={(secondaryContact) => onChange({ secondaryContact })}
          onFinish={() => onFinish('secondaryContact')}
        />
      </Grid.Item>
      <Grid.Item {...CELL}>
        <GroupsField
          value={entry.groups}
          problem={problems.groups}
          onChange={(groups) => onChange({ groups })}
        />
      </Grid.Item>
      <Grid.Item {...WIDE_CELL}>
        <TextField
          name="notes"
          label={t('form.notes')}
          isLong
          value={entry.notes}
          problem={problems.notes}
          onChange={(notes) => onChange({ notes })}
          onFinish={() => onFinish('notes')}
        />
      </Grid.Item>
      {rules.fields.map((field) => (
        <Grid.Item key={field.key} {...(field.type === 'long-text' ? WIDE_CELL : CELL)}>
          <CustomFieldInput
            field={field}
            value={shownValue(field, entry.customFields, rules)}
            problem={problems[customColumn(field.key)]}
            onChange={(value) =>
              onChange({ customFields: { ...entry.customFields, [field.key]: value } })
            }
            onFinish={() => onFinish(customColumn(field.key))}
          />
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}
