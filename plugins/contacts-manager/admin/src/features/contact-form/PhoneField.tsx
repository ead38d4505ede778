import { useIntl } from 'react-intl';
import { formatPhone, parsePhone, type CountryCode } from '../../../../shared/phone';
import { TakenBy } from './TakenBy';
import { TextField } from './TextField';
import type { FieldProblem } from './validate-entries';

interface Props {
  name: 'primaryContact' | 'secondaryContact';
  label: string;
  hint?: string;
  isRequired?: boolean;
  defaultCountry: CountryCode | undefined;
  value: string;
  problem: FieldProblem | undefined;
  onChange: (value: string) => void;
  onFinish: () => void;
}

/** A phone number that says, while one types, how it was understood: "+91 98765 43210 · India". */
export function PhoneField({ defaultCountry, hint, ...field }: Props) {
  const { formatDisplayName } = useIntl();
  const parsed = parsePhone(field.value, defaultCountry ? { defaultCountry } : {});
  const country =
    parsed.ok && parsed.country ? formatDisplayName(parsed.country, { type: 'region' }) : undefined;
  const international = parsed.ok ? formatPhone(parsed.phone) : undefined;
  const understood = [international === field.value ? undefined : international, country];
  const owner = field.problem?.owner;
  return (
    <TextField
      {...field}
      type="tel"
      hint={[hint, ...understood].filter(Boolean).join(' · ') || undefined}
    >
      {owner ? <TakenBy owner={owner} /> : null}
    </TextField>
  );
}
