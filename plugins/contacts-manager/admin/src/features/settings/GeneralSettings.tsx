import { Box, Button, Typography } from '@strapi/design-system';
import { Check } from '@strapi/icons';
import { Blocker, Form, Layouts } from '@strapi/strapi/admin';
import { useMemo, useRef } from 'react';
import type { SettingsAnswer } from '../../../../shared/contracts/settings';
import { useDateTime } from '../../components/DateTime';
import { useText } from '../../components/useText';
import { draftOf, type SettingsDraft } from './settings-draft';
import { SettingsSections } from './SettingsSections';
import { useSavingSettings } from './useSavingSettings';

/** Waits for the problems to be drawn, then goes to the first field that has one, else to the message. */
const focusProblem = (form: HTMLElement | null) =>
  setTimeout(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? form?.querySelector<HTMLElement>('[role="alert"]'))?.focus();
  }, 0);

/** Settings → Contacts → General. */
export function GeneralSettings({ data, changed }: SettingsAnswer) {
  const t = useText();
  const dateTime = useDateTime();
  const form = useRef<HTMLFormElement>(null);
  const { problems, save } = useSavingSettings(changed?.at ?? null);
  // A new object would start the form afresh.
  const initial = useMemo(() => draftOf(data), [data]);
  return (
    <Form<SettingsDraft>
      ref={form}
      method="PUT"
      initialValues={initial}
      onSubmit={async (draft, { resetForm }) => {
        if (await save(draft)) resetForm(draft);
        else focusProblem(form.current);
      }}
    >
      {({ values, onChange, modified, isSubmitting }) => (
        <>
          <Layouts.Header
            title={t('settings.title')}
            subtitle={t('settings.subtitle')}
            primaryAction={
              <Button
                type="submit"
                startIcon={<Check aria-hidden />}
                disabled={!modified}
                loading={isSubmitting}
              >
                {t('form.save')}
              </Button>
            }
          />
          <Layouts.Content>
            <SettingsSections draft={values} problems={problems} onChange={onChange} />
            {changed === null ? null : (
              <Box paddingTop={4}>
                <Typography variant="pi" textColor="neutral600">
                  {t('settings.changed', { by: changed.by ?? '–', at: dateTime(changed.at) })}
                </Typography>
              </Box>
            )}
            <Box paddingBottom={10} />
          </Layouts.Content>
          <Blocker />
        </>
      )}
    </Form>
  );
}
