import { Button, Flex } from '@strapi/design-system';
import { Plus } from '@strapi/icons';
import { useEffect, useRef, type ReactNode } from 'react';
import { BATCH_MAX } from '../../../../shared/contracts/contacts';
import type { CountryCode } from '../../../../shared/phone';
import { useText } from '../../components/useText';
import type { FieldRules } from './custom-values';
import { emptyEntry, newKeys, patchEntry, type Entry, type EntryField } from './entries';
import { EntryCard } from './EntryCard';
import { EntryFields } from './EntryFields';
import { TypedEntry } from './TypedEntry';
import type { EntryProblems } from './validate-entries';

interface Props {
  entries: Entry[];
  /** In the order of the entries. */
  problems: EntryProblems[];
  defaultCountry: CountryCode | undefined;
  rules: FieldRules;
  /** False while one existing contact is edited. */
  canAddMore: boolean;
  /** Beside the button that adds one more. */
  actions?: ReactNode;
  onChange: (entries: Entry[]) => void;
  onFinish: (key: string, field: EntryField) => void;
}

/** Puts the cursor where the next contact is typed. */
function useFocusOnNew(count: number) {
  const list = useRef<HTMLDivElement>(null);
  const before = useRef(count);
  useEffect(() => {
    // Of many, pasted at once, what came of it is read first.
    if (count === before.current + 1) {
      const names = list.current?.querySelectorAll<HTMLInputElement>('input[name="name"]');
      names?.item(names.length - 1).focus();
    }
    before.current = count;
  }, [count]);
  return list;
}

export function EntryList(props: Props) {
  const { entries, problems, defaultCountry, rules, canAddMore, actions, onChange, onFinish } =
    props;
  const t = useText();
  const list = useFocusOnNew(entries.length);
  const addEntry = () => onChange([...entries, ...newKeys(entries, 1).map(emptyEntry)]);
  return (
    <Flex ref={list} direction="column" alignItems="stretch" gap={4}>
      {entries.map((entry, index) => (
        <EntryCard
          key={entry.key}
          number={index + 1}
          onRemove={
            entries.length > 1
              ? () => onChange(entries.filter(({ key }) => key !== entry.key))
              : undefined
          }
        >
          <TypedEntry.Provider value={canAddMore ? entry : null}>
            <EntryFields
              entry={entry}
              problems={problems[index] ?? {}}
              defaultCountry={defaultCountry}
              rules={rules}
              onChange={(patch) =>
                onChange(
                  entries.map((other) =>
                    other.key === entry.key ? patchEntry(other, patch) : other,
                  ),
                )
              }
              onFinish={(field) => onFinish(entry.key, field)}
            />
          </TypedEntry.Provider>
        </EntryCard>
      ))}
      {canAddMore ? (
        <Flex gap={2} wrap="wrap">
          <Button
            variant="secondary"
            startIcon={<Plus />}
            disabled={entries.length >= BATCH_MAX}
            onClick={addEntry}
          >
            {t('form.add-more')}
          </Button>
          {actions}
        </Flex>
      ) : null}
    </Flex>
  );
}
