import { useNotification } from '@strapi/strapi/admin';
import { VisuallyHidden } from '@strapi/design-system';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { styled } from 'styled-components';
import type { ImportRowView } from '../../../../shared/contracts/import-rows';
import type { ImportColumn } from '../../../../shared/import-fields';
import { MAX_CELL } from '../../../../shared/import-limits';
import { useCorrectImportRowMutation } from '../../api/imports';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { RowCell } from './RowCell';

/** As large as the cell around it, so that one may click anywhere in it. */
const CellButton = styled.button`
  display: block;
  width: 100%;
  min-width: 6rem;
  min-height: 2.8rem;
  /* The text stands where it would without a button around it. */
  margin: -0.5rem;
  padding: ${({ theme }) => theme.spaces[1]};
  border: 1px solid transparent;
  border-radius: ${({ theme }) => theme.borderRadius};
  text-align: start;
  cursor: text;

  &:hover,
  &:focus-visible {
    border-color: ${({ theme }) => theme.colors.primary600};
  }
  &[aria-busy='true'] {
    opacity: 0.5;
  }
`;

const Input = styled.textarea`
  display: block;
  width: 22rem;
  max-width: 100%;
  padding: ${({ theme }) => theme.spaces[1]};
  border: 1px solid ${({ theme }) => theme.colors.primary600};
  border-radius: ${({ theme }) => theme.borderRadius};
  background: ${({ theme }) => theme.colors.neutral0};
  color: ${({ theme }) => theme.colors.neutral800};
  font: inherit;
  resize: vertical;
`;

interface Props {
  importId: string;
  row: ImportRowView;
  field: ImportColumn;
  label: string;
}

/** A cell that is corrected where it stands: Enter or F2 opens it, Enter saves, Escape leaves it as it was. */
export function EditableCell({ importId, row, field, label }: Props) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [correct, { isLoading }] = useCorrectImportRowMutation();
  const [typed, setTyped] = useState<string | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const returnsFocus = useRef(false);
  const value = row.cells[field] ?? '';
  const isEditing = typed !== null;

  useEffect(() => {
    if (isEditing || !returnsFocus.current) return;
    returnsFocus.current = false;
    button.current?.focus();
  }, [isEditing]);

  const save = async (text: string) => {
    setTyped(null);
    if (text === value) return;
    const answer = await correct({
      id: importId,
      row: row.row,
      patch: { cells: { [field]: text } },
    });
    if (!('error' in answer)) return;
    toggleNotification({ type: 'danger', message: failureText(answer.error) });
    // What was typed is not lost.
    setTyped(text);
  };
  const handleKey = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // The arrows move within the text, not to the next cell.
    event.stopPropagation();
    const isDone = event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing;
    if (!isDone && event.key !== 'Escape') return;
    event.preventDefault();
    returnsFocus.current = true;
    if (isDone) void save(event.currentTarget.value);
    else setTyped(null);
  };

  if (isEditing) {
    return (
      <Input
        autoFocus
        dir="auto"
        aria-label={t('import.cell.label', { field: label, row: row.row })}
        rows={Math.min(6, typed.split('\n').length)}
        maxLength={MAX_CELL}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onKeyDown={handleKey}
        onBlur={(event) => {
          if (!returnsFocus.current) void save(event.target.value);
        }}
      />
    );
  }
  return (
    <CellButton
      ref={button}
      type="button"
      data-cell
      tabIndex={-1}
      aria-busy={isLoading}
      onClick={() => setTyped(value)}
      onKeyDown={(event) => {
        if (event.key === 'F2') setTyped(value);
      }}
    >
      <RowCell row={row} field={field} />
      <VisuallyHidden>{t('import.cell.edit', { field: label, row: row.row })}</VisuallyHidden>
    </CellButton>
  );
}
