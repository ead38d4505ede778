import { Box, Searchbar } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useRef, useState, type ClipboardEvent } from 'react';
import { readCountry } from '../../../../shared/phone';
import { useGetContactSettingsQuery } from '../../api/contacts';
import { useText } from '../../components/useText';
import { readNumberList } from './number-list';

interface Props {
  /** As the address bar says. */
  value: string;
  onChange: (value: string) => void;
  /** Several phone numbers were pasted or typed: another question than a search. */
  onNumbers: (numbers: string[]) => void;
}

/** Long enough that a word is searched and not its letters. */
const PAUSE_MS = 300;

export function SearchField({ value, onChange, onNumbers }: Props) {
  const t = useText();
  const { data: settings } = useGetContactSettingsQuery(undefined);
  const numbersIn = (typed: string) => readNumberList(typed, readCountry(settings?.defaultCountry));
  const [text, setText] = useState(value);
  const settled = useDebounce(text.trim(), PAUSE_MS);
  /** What the address bar was last told, so that its echo does not undo what was typed meanwhile. */
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = (typed) => {
    const numbers = numbersIn(typed);
    if (numbers) takeNumbers(numbers);
    else onChange(typed);
  };

  useEffect(() => {
    if (value === told.current) return;
    told.current = value;
    setText(value);
  }, [value]);

  useEffect(() => {
    if (settled === told.current) return;
    told.current = settled;
    tell.current(settled);
  }, [settled]);

  const takeNumbers = (numbers: string[]) => {
    told.current = '';
    setText('');
    onNumbers(numbers);
  };

  /** A field of one line would run the lines of a pasted column together. */
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const numbers = numbersIn(event.clipboardData.getData('text'));
    if (!numbers) return;
    event.preventDefault();
    takeNumbers(numbers);
  };

  const clear = () => {
    told.current = '';
    setText('');
    onChange('');
  };

  return (
    <Box width="32rem" maxWidth="100%">
      <Searchbar
        name="search"
        value={text}
        maxLength={200}
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
        onClear={clear}
        clearLabel={t('search.clear')}
        placeholder={t('search.placeholder')}
      >
        {t('search.label')}
      </Searchbar>
    </Box>
  );
}
