import { Box, Button, Flex } from '@strapi/design-system';
import { Blocker, Form, Layouts } from '@strapi/strapi/admin';
import { useEffect, useRef, type ReactNode } from 'react';
import { styled } from 'styled-components';
import { readCountry, type CountryCode } from '../../../../shared/phone';
import { useGetContactSettingsQuery } from '../../api/contacts';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { Notice } from '../../components/Notice';
import { useText } from '../../components/useText';
import { NO_RULES, type FieldRules } from './custom-values';
import type { Entry } from './entries';
import { EntryList } from './EntryList';
import { PasteRows } from './paste/PasteRows';
import { mergeProblems, type ServerProblem } from './server-problems';
import { useFieldState } from './useFieldState';
import { useSaving, type SendEntries } from './useSaving';
import { useServerCheck } from './useServerCheck';
import { validateEntries } from './validate-entries';

/** A name of 255 characters in the size of a title would push the form out of the window. */
const Heading = styled.div`
  h1 {
    display: -webkit-box;
    overflow: hidden;
    overflow-wrap: anywhere;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
`;

interface FormValues {
  entries: Entry[];
}

interface Props {
  title: string;
  /** Beside the title. */
  badge?: ReactNode;
  /** Before the Save button. */
  actions?: ReactNode;
  back: ReactNode;
  /** Must keep its identity: a new one starts the form afresh. */
  initial: FormValues;
  /** documentId of the one contact that is edited. */
  editing?: string;
  /** Above the entries. */
  notice?: ReactNode;
  /**
   * Is told of everything typed, and keeps it: then leaving loses nothing and needs no question. Must keep its
   * identity.
   */
  onTyped?: ((entries: Entry[]) => void) | undefined;
  send: SendEntries;
  onSaved: (entries: Entry[]) => void;
}

/** Waits for the problems to be drawn, then goes to the first field that has one, else to the message. */
const focusProblem = (form: HTMLElement | null) =>
  setTimeout(() => {
    const field = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    (field ?? form?.querySelector<HTMLElement>('[role="alert"]'))?.focus();
  }, 0);

interface BodyProps {
  entries: Entry[];
  editing: string | undefined;
  defaultCountry: CountryCode | undefined;
  rules: FieldRules;
  refused: readonly ServerProblem[];
  fields: ReturnType<typeof useFieldState>;
  onChange: (entries: Entry[]) => void;
  onTyped: Props['onTyped'];
}

function FormBody(props: BodyProps) {
  const { entries, editing, defaultCountry, rules, refused, fields, onChange, onTyped } = props;
  useEffect(() => onTyped?.(entries), [entries, onTyped]);
  const found = useServerCheck(entries, editing);
  const problems = mergeProblems(entries, validateEntries(entries, defaultCountry, rules), [
    ...refused,
    ...found,
  ]);
  const list = (actions?: ReactNode) => (
    <EntryList
      entries={entries}
      problems={entries.map(({ key }, index) => fields.shown(key, problems[index] ?? {}))}
      defaultCountry={defaultCountry}
      rules={rules}
      canAddMore={editing === undefined}
      actions={actions}
      onChange={onChange}
      onFinish={fields.finish}
    />
  );
  if (editing !== undefined) return list();
  return (
    <PasteRows
      entries={entries}
      defaultCountry={defaultCountry}
      onChange={onChange}
      onPasted={fields.showAll}
    >
      {list}
    </PasteRows>
  );
}

/** Adding many contacts and editing one: the same form, the same checks, nothing typed is ever lost. */
export function ContactForm(props: Props) {
  const { title, badge, actions, back, initial, editing, notice, onTyped, send, onSaved } = props;
  const t = useText();
  const { data: settings } = useGetContactSettingsQuery(undefined);
  const defaultCountry = readCountry(settings?.defaultCountry);
  const { data: customFields = NO_RULES.fields } = useGetCustomFieldsQuery(undefined);
  const stored = editing === undefined ? null : (initial.entries[0]?.customFields ?? null);
  const rules = { fields: customFields, stored, uniqueness: settings?.uniqueness };
  const fields = useFieldState();
  const form = useRef<HTMLFormElement>(null);
  const { save, problems, failure } = useSaving({
    ...{ defaultCountry, rules },
    send,
    onSaved,
    onProblems: () => {
      fields.showAll();
      focusProblem(form.current);
    },
  });
  return (
    <Form<FormValues>
      ref={form}
      method={editing ? 'PUT' : 'POST'}
      initialValues={initial}
      onSubmit={save}
    >
      {({ values, onChange, isSubmitting }) => (
        <>
          <Heading>
            <Layouts.Header
              title={title}
              navigationAction={back}
              secondaryAction={badge}
              primaryAction={
                <Flex gap={2}>
                  {actions}
                  <Button type="submit" size="S" loading={isSubmitting}>
                    {t('form.save')}
                  </Button>
                </Flex>
              }
            />
          </Heading>
          <Layouts.Content>
            {failure ? (
              <Box paddingBottom={4}>
                <Notice tone="danger">{failure}</Notice>
              </Box>
            ) : null}
            {notice ? <Box paddingBottom={4}>{notice}</Box> : null}
            <FormBody
              entries={values.entries}
              editing={editing}
              defaultCountry={defaultCountry}
              rules={rules}
              refused={problems}
              fields={fields}
              onChange={(entries) => onChange('entries', entries)}
              onTyped={onTyped}
            />
            <Box paddingBottom={10} />
          </Layouts.Content>
          {onTyped ? null : <Blocker />}
        </>
      )}
    </Form>
  );
}
