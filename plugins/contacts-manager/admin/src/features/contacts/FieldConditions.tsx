import { Button, Field, Flex, SingleSelect, SingleSelectOption, Tag } from '@strapi/design-system';
import { Cross, Plus } from '@strapi/icons';
import { useState } from 'react';
import type { CustomField } from '../../../../shared/custom-fields';
import { OPERATORS_OF, readFieldCondition } from '../../../../shared/field-conditions';
import { writeFieldCondition, type FieldOperator } from '../../../../shared/filter';
import { useText } from '../../components/useText';
import { UserText } from '../../components/UserText';
import { ConditionValue } from './ConditionValue';
import { hasValue } from './condition-text';
import { useConditionText } from './useFilterChips';

interface Props {
  fields: readonly CustomField[];
  /** As the contract writes them. */
  value: string[];
  onChange: (value: string[]) => void;
}

interface Draft {
  field: CustomField;
  operator: FieldOperator;
  value: string;
}

const startOf = (field: CustomField): Draft => ({
  field,
  operator: OPERATORS_OF[field.type][0],
  value: field.type === 'yes-no' ? 'yes' : '',
});

const conditionOf = ({ field, operator, value }: Draft) => ({
  key: field.key,
  operator,
  value: hasValue(operator) ? value : '',
});

/** Conditions on custom fields: those there are, and one more to put together from field, comparison and value. */
export function FieldConditions({ fields, value, onChange }: Props) {
  const t = useText();
  const conditionText = useConditionText();
  const [draft, setDraft] = useState<Draft | null>(null);
  const condition = draft && conditionOf(draft);
  const isReady = draft && condition && readFieldCondition(draft.field, condition) !== null;
  const add = () => {
    if (!isReady) return;
    onChange([...new Set([...value, writeFieldCondition(condition)])]);
    setDraft(null);
  };
  return (
    <Flex direction="column" alignItems="stretch" gap={3}>
      {value.length > 0 ? (
        <Flex gap={2} wrap="wrap">
          {value.map((text) => (
            <Tag
              key={text}
              icon={<Cross aria-hidden />}
              label={t('chip.remove', { text: conditionText(text) })}
              onClick={(event) => {
                event.preventDefault();
                onChange(value.filter((other) => other !== text));
              }}
            >
              <UserText variant="pi" fontWeight="bold">
                {conditionText(text)}
              </UserText>
            </Tag>
          ))}
        </Flex>
      ) : null}
      <Flex gap={2} wrap="wrap" alignItems="flex-end">
        <Field.Root width="18rem">
          <Field.Label>{t('filters.field')}</Field.Label>
          <SingleSelect
            size="S"
            value={draft?.field.key ?? ''}
            placeholder={t('filters.field.choose')}
            onChange={(key) => {
              const field = fields.find((one) => one.key === key);
              setDraft(field ? startOf(field) : null);
            }}
          >
            {fields.map(({ key, label }) => (
              <SingleSelectOption key={key} value={key}>
                {label}
              </SingleSelectOption>
            ))}
          </SingleSelect>
        </Field.Root>
        {draft ? (
          <>
            <Field.Root width="14rem">
              <Field.Label>{t('filters.operator')}</Field.Label>
              <SingleSelect
                size="S"
                value={draft.operator}
                onChange={(name) => {
                  const operator = OPERATORS_OF[draft.field.type].find((one) => one === name);
                  if (operator) setDraft({ ...startOf(draft.field), operator });
                }}
              >
                {OPERATORS_OF[draft.field.type].map((operator) => (
                  <SingleSelectOption key={operator} value={operator}>
                    {t(`condition.${operator}`)}
                  </SingleSelectOption>
                ))}
              </SingleSelect>
            </Field.Root>
            {hasValue(draft.operator) ? (
              <ConditionValue
                field={draft.field}
                operator={draft.operator}
                value={draft.value}
                onChange={(next) => setDraft({ ...draft, value: next })}
              />
            ) : null}
            <Button
              variant="secondary"
              size="S"
              startIcon={<Plus aria-hidden />}
              disabled={!isReady}
              onClick={add}
            >
              {t('filters.add-condition')}
            </Button>
          </>
        ) : null}
      </Flex>
    </Flex>
  );
}
