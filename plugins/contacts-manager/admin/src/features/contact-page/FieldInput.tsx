import type { ContactField } from '../../../../shared/contact';
import type { CustomField } from '../../../../shared/custom-fields';
import { isImportField } from '../../../../shared/import-fields';
import type { CountryCode } from '../../../../shared/phone';
import { CategoryField } from '../contact-form/CategoryField';
import { CustomFieldInput } from '../contact-form/CustomFieldInput';
import type { Entry, EntryField } from '../contact-form/entries';
import { GroupsField } from '../contact-form/GroupsField';
import { PhoneField } from '../contact-form/PhoneField';
import { TextField } from '../contact-form/TextField';
import type { FieldProblem } from '../contact-form/validate-entries';

interface Props {
  field: EntryField;
  /** Of a custom field. */
  definition: CustomField | undefined;
  label: string;
  entry: Entry;
  problem: FieldProblem | undefined;
  defaultCountry: CountryCode | undefined;
  onChange: (patch: Partial<Entry>) => void;
  onFinish: () => void;
}

/** The form's own input for one field. */
export function FieldInput({ field, definition, ...props }: Props) {
  const { entry, problem, onChange, onFinish } = props;
  if (definition) {
    const { key } = definition;
    return (
      <CustomFieldInput
        field={definition}
        value={entry.customFields[key]}
        problem={problem}
        onChange={(value) => onChange({ customFields: { ...entry.customFields, [key]: value } })}
        onFinish={onFinish}
      />
    );
  }
  return isImportField(field) ? <OwnFieldInput field={field} {...props} /> : null;
}

interface OwnProps extends Omit<Props, 'field' | 'definition'> {
  field: ContactField;
}

function OwnFieldInput(props: OwnProps) {
  const { field, label, entry, problem, defaultCountry, onChange, onFinish } = props;
  switch (field) {
    case 'category':
      return (
        <CategoryField
          value={entry.category}
          problem={problem}
          onChange={(category) => onChange({ category })}
        />
      );
    case 'groups':
      return (
        <GroupsField
          value={entry.groups}
          problem={problem}
          onChange={(groups) => onChange({ groups })}
        />
      );
    case 'primaryContact':
    case 'secondaryContact':
      return (
        <PhoneField
          name={field}
          label={label}
          isRequired={field === 'primaryContact'}
          defaultCountry={defaultCountry}
          value={entry[field]}
          problem={problem}
          onChange={(value) => onChange({ [field]: value })}
          onFinish={onFinish}
        />
      );
    default:
      return (
        <TextField
          name={field}
          label={label}
          type={field === 'email' ? 'email' : 'text'}
          isLong={field === 'notes'}
          isRequired={field === 'name'}
          value={entry[field]}
          problem={problem}
          onChange={(value) => onChange({ [field]: value })}
          onFinish={onFinish}
        />
      );
  }
}
