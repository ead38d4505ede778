import { Link, Typography } from '@strapi/design-system';
import { readFieldValue, type CustomField } from '../../../../shared/custom-fields';
import { useFieldValueText } from '../../components/useFieldValueText';
import { UserText } from '../../components/UserText';

interface Props {
  field: Pick<CustomField, 'type' | 'options'>;
  /** As `customFields` of a contact holds it under the field's key. */
  value: unknown;
  /** Longer text is cut with … */
  maxWidth?: string;
}

/** The value of a custom field, in a list cell or on a contact's page; nothing when there is none. */
export function FieldValueText({ field, value, maxWidth = '20rem' }: Props) {
  const text = useFieldValueText()(field, value);
  if (text === '') return null;
  // Read again, because whatever stands in the database must not become an address that runs a script.
  if (field.type === 'link' && readFieldValue(field, value).ok) {
    return (
      <Link href={text} target="_blank" rel="noopener noreferrer">
        <UserText maxWidth={maxWidth} textColor="primary600">
          {text}
        </UserText>
      </Link>
    );
  }
  if (field.type === 'number' || field.type === 'date' || field.type === 'yes-no') {
    return <Typography textColor="neutral800">{text}</Typography>;
  }
  return (
    <UserText maxWidth={maxWidth} textColor="neutral800">
      {text}
    </UserText>
  );
}
