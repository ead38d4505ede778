import { Box, Searchbar } from '@strapi/design-system';
import { useEffect, useRef, useState, type ClipboardEvent } from 'react';
import { SEARCH_MAX } from '../../../../shared/filter';
import { readCountry } from '../../../../shared/phone';
import { useGetContactSettingsQuery } from '../../api/contacts';
import { useText } from '../../components/useText';
import { readNumberList } from './number-list';
import { createTypedSearch } from './typed-search';

interface Props {
  /** As the address bar says. */
  value: string;
  onChange: (value: string) => void;
  /** Several phone numbers were pasted or typed: another question than a search, where somebody asks it. */
  onNumbers?: (numbers: string[]) => void;
}

export function SearchField({ value, onChange, onNumbers }: Props) {
  const t = useText();
  const { data: settings } = useGetContactSettingsQuery(undefined);
  const numbersIn = (typed: string) =>
    onNumbers ? readNumberList(typed, readCountry(settings?.defaultCountry)) : null;
  const [text, setText] = useState(value);
  const tell = useRef(onChange);
  tell.current = (words) => {
    const numbers = numbersIn(words);
    if (numbers) takeNumbers(numbers);
    else onChange(words);
  };
  const [typed] = useState(() => createTypedSearch(value, (words) => tell.current(words)));

  useEffect(() => typed.stop, [typed]);

  useEffect(() => {
    if (typed.follow(value)) setText(value);
  }, [typed, value]);

  const empty = () => {
    typed.clear();
    setText('');
  };

  const takeNumbers = (numbers: string[]) => {
    empty();
    onNumbers?.(numbers);
  };

  /** A field of one line would run the lines of a pasted column together. */
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const numbers = numbersIn(event.clipboardData.getData('text'));
    if (!numbers) return;
    event.preventDefault();
    takeNumbers(numbers);
  };

  const clear = () => {
    empty();
    onChange('');
  };

  return (
    <Box width={{ initial: '100%', small: '32rem' }}>
      <Searchbar
        name="search"
        value={text}
        maxLength={SEARCH_MAX}
        onChange={(event) => {
          setText(event.target.value);
          typed.type(event.target.value);
        }}
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
