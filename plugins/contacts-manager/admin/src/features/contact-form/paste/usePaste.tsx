import { useState, type ClipboardEvent } from 'react';
import { useIntl } from 'react-intl';
import type { CountryCode } from '../../../../../shared/phone';
import { useGetCustomFieldsQuery } from '../../../api/custom-fields';
import { useGetNamedRecordsQuery } from '../../../api/named-records';
import { Notice } from '../../../components/Notice';
import { useText } from '../../../components/useText';
import type { Entry } from '../entries';
import { appendRows } from './entries-of-rows';
import { isTable, readPastedRows } from './read-rows';

interface Outcome {
  added: number;
  left: number;
  ignored: string[];
}

interface Options {
  entries: Entry[];
  defaultCountry: CountryCode | undefined;
  onChange: (entries: Entry[]) => void;
  /** Rows have come that may have problems nobody has seen. */
  onPasted: () => void;
}

/** Rows of a spreadsheet become entries, pasted into any field of one line or into the dialog. */
export function usePaste({ entries, defaultCountry, onChange, onPasted }: Options) {
  const { data: categories = [] } = useGetNamedRecordsQuery({ kind: 'categories' });
  const { data: groups = [] } = useGetNamedRecordsQuery({ kind: 'groups' });
  const { data: fields = [] } = useGetCustomFieldsQuery(undefined);
  const [outcome, setOutcome] = useState<Outcome | null>(null);

  const pasteText = (text: string) => {
    const { rows, ignored } = readPastedRows(text, { defaultCountry, fields });
    const result = appendRows(entries, rows, { categories, groups, fields });
    setOutcome({ added: result.added, left: result.left, ignored });
    if (result.added === 0) return;
    onChange(result.entries);
    onPasted();
  };

  const handlePaste = (event: ClipboardEvent) => {
    // Notes have lines of their own.
    if (!(event.target instanceof HTMLInputElement)) return;
    const text = event.clipboardData.getData('text/plain');
    if (!isTable(text)) return;
    event.preventDefault();
    pasteText(text);
  };
  return { pasteText, handlePaste, outcome };
}

/** How many rows came, and what of them was not understood. */
export function PasteOutcome({ added, left, ignored }: Outcome) {
  const t = useText();
  const { formatList } = useIntl();
  return (
    <Notice tone={left > 0 || ignored.length > 0 || added === 0 ? 'warning' : 'success'}>
      {[
        t('paste.added', { count: added }),
        left > 0 ? t('paste.left', { count: left }) : '',
        ignored.length > 0
          ? t('paste.ignored', { count: ignored.length, columns: formatList(ignored) })
          : '',
      ]
        .filter(Boolean)
        .join(' ')}
    </Notice>
  );
}
