import { Button, Checkbox, Flex, IconButton, Typography } from '@strapi/design-system';
import { ArrowDown, ArrowUp } from '@strapi/icons';
import { useState } from 'react';
import { useSavePreferencesMutation } from '../../api/views';
import { DialogFrame } from '../../components/DialogFrame';
import { Notice } from '../../components/Notice';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { COLUMNS, DEFAULT_COLUMNS, type ListColumn } from './columns';

interface Props {
  all: readonly ListColumn[];
  chosen: readonly ListColumn[];
  onSaved: () => void;
  onClose: () => void;
  returnFocus: () => void;
}

interface RowProps {
  label: string;
  isChosen: boolean;
  /** The name cannot be left out. */
  isFixed: boolean;
  onToggle: () => void;
  /** Undefined at the ends. */
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
}

function ColumnRow({ label, isChosen, isFixed, onToggle, onUp, onDown }: RowProps) {
  const t = useText();
  return (
    <Flex tag="li" justifyContent="space-between" gap={2} minHeight="3.2rem">
      <Checkbox checked={isChosen} disabled={isFixed} onCheckedChange={onToggle}>
        {label}
      </Checkbox>
      {isChosen ? (
        <Flex gap={1}>
          <IconButton
            variant="ghost"
            label={t('columns.up', { name: label })}
            disabled={!onUp}
            onClick={onUp}
          >
            <ArrowUp aria-hidden />
          </IconButton>
          <IconButton
            variant="ghost"
            label={t('columns.down', { name: label })}
            disabled={!onDown}
            onClick={onDown}
          >
            <ArrowDown aria-hidden />
          </IconButton>
        </Flex>
      ) : null}
    </Flex>
  );
}

/** The same list with the item at `from` one place further up or down. */
function moved(keys: readonly string[], from: number, by: -1 | 1): string[] {
  const next = [...keys];
  const [key] = next.splice(from, 1);
  if (key !== undefined) next.splice(from + by, 0, key);
  return next;
}

/** Which columns the list has, in which order: this person's, wherever they sign in. */
export function ColumnsDialog({ all, chosen, onSaved, onClose, returnFocus }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const [keys, setKeys] = useState(() => chosen.map(({ key }) => key));
  const [save, saving] = useSavePreferencesMutation();
  const byKey = new Map(all.map((column) => [column.key, column]));
  const labelOf = (key: string) => {
    const column = byKey.get(key);
    return column?.field?.label ?? (column?.name ? t(COLUMNS[column.name].label) : key);
  };
  const others = all.map(({ key }) => key).filter((key) => !keys.includes(key));
  const toggle = (key: string) =>
    setKeys(keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key]);

  const submit = async () => {
    const isDefault = keys.join() === DEFAULT_COLUMNS.join();
    const answer = await save({ columns: isDefault ? null : keys });
    if (!('error' in answer)) onSaved();
  };
  return (
    <DialogFrame
      title={t('columns.title')}
      onClose={onClose}
      returnFocus={returnFocus}
      footer={
        <>
          <Button variant="tertiary" onClick={() => setKeys([...DEFAULT_COLUMNS])}>
            {t('columns.reset')}
          </Button>
          <Button loading={saving.isLoading} onClick={() => void submit()}>
            {t('columns.save')}
          </Button>
        </>
      }
    >
      {saving.isError ? <Notice tone="danger">{failureText(saving.error)}</Notice> : null}
      <Typography textColor="neutral600">{t('columns.hint')}</Typography>
      <Flex tag="ol" direction="column" alignItems="stretch" gap={1}>
        {[...keys, ...others].map((key) => {
          const at = keys.indexOf(key);
          return (
            <ColumnRow
              key={key}
              label={labelOf(key)}
              isChosen={at >= 0}
              isFixed={key === 'name'}
              onToggle={() => toggle(key)}
              onUp={at > 0 ? () => setKeys(moved(keys, at, -1)) : undefined}
              onDown={at < keys.length - 1 ? () => setKeys(moved(keys, at, 1)) : undefined}
            />
          );
        })}
      </Flex>
    </DialogFrame>
  );
}
