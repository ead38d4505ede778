import { Field, NumberInput } from '@strapi/design-system';
import { useIntl } from 'react-intl';
import { useText } from '../../components/useText';
import { RANGES, type NumberName } from './settings-draft';

interface Props {
  name: NumberName;
  value: number | undefined;
  isWrong: boolean;
  onChange: (value: number | undefined) => void;
}

export function NumberField({ name, value, isWrong, onChange }: Props) {
  const t = useText();
  const { formatNumber } = useIntl();
  const { min, max } = RANGES[name];
  const range = { min: formatNumber(min), max: formatNumber(max) };
  return (
    <Field.Root
      name={name}
      required
      hint={t(`settings.${name}.hint`)}
      error={isWrong ? t('settings.number.wrong', range) : undefined}
    >
      <Field.Label>{t(`settings.${name}`)}</Field.Label>
      <NumberInput value={value} onValueChange={onChange} />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  );
}
