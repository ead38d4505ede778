import { Box, Flex, Grid, Typography } from '@strapi/design-system';
import type { ReactNode } from 'react';
import type { Settings } from '../../../../shared/contracts/settings';
import { ChoiceField, type Choice } from '../../components/ChoiceField';
import { CountrySelect } from '../../components/CountrySelect';
import { Notice } from '../../components/Notice';
import { useText, type TextKey } from '../../components/useText';
import { NumberConflicts } from './NumberConflicts';
import { NumberField } from './NumberField';
import type { NumberName, SettingsDraft } from './settings-draft';
import type { useSavingSettings } from './useSavingSettings';

const UNIQUENESS = [
  { value: 'any', label: 'settings.uniqueness.any', hint: 'settings.uniqueness.any.hint' },
  {
    value: 'primary',
    label: 'settings.uniqueness.primary',
    hint: 'settings.uniqueness.primary.hint',
  },
] as const satisfies readonly Choice<Settings['uniqueness']>[];

const LIMITS: readonly NumberName[] = [
  'fileMegabytes',
  'rows',
  'minutes',
  'memoryMegabytes',
  'importsAtOnce',
];
const RETENTION: readonly NumberName[] = ['undoDays', 'binDays', 'importDays'];

function Section({ title, children }: { title: TextKey; children: ReactNode }) {
  const t = useText();
  return (
    <Box tag="section" background="neutral0" hasRadius shadow="filterShadow" padding={6}>
      <Flex direction="column" alignItems="stretch" gap={6}>
        <Typography variant="delta" tag="h2">
          {t(title)}
        </Typography>
        {children}
      </Flex>
    </Box>
  );
}

interface Props {
  draft: SettingsDraft;
  problems: ReturnType<typeof useSavingSettings>['problems'];
  onChange: (name: keyof SettingsDraft, value: string | number | undefined) => void;
}

function Numbers({ names, draft, problems, onChange }: Props & { names: readonly NumberName[] }) {
  return (
    <Grid.Root gap={6}>
      {names.map((name) => (
        <Grid.Item key={name} col={4} s={12} xs={12} direction="column" alignItems="stretch">
          <NumberField
            name={name}
            value={draft[name]}
            isWrong={problems.wrong.includes(name)}
            onChange={(value) => onChange(name, value)}
          />
        </Grid.Item>
      ))}
    </Grid.Root>
  );
}

/** The fields, in the order in which people ask for them. */
export function SettingsSections(props: Props) {
  const { draft, problems, onChange } = props;
  const t = useText();
  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      {problems.message === null ? null : <Notice tone="danger">{problems.message}</Notice>}
      <Section title="settings.numbers">
        <Box maxWidth="48rem">
          <CountrySelect
            value={draft.defaultCountry}
            hint={t('settings.country.hint')}
            placeholder={t('settings.country.none')}
            onChange={(country) => onChange('defaultCountry', country)}
          />
        </Box>
        <ChoiceField
          label={t('settings.uniqueness')}
          value={draft.uniqueness}
          choices={UNIQUENESS}
          onChange={(uniqueness) => onChange('uniqueness', uniqueness)}
        />
        {problems.conflicts.length > 0 && <NumberConflicts problems={problems.conflicts} />}
      </Section>
      <Section title="settings.limits">
        <Numbers names={LIMITS} {...props} />
      </Section>
      <Section title="settings.retention">
        <Numbers names={RETENTION} {...props} />
      </Section>
    </Flex>
  );
}
