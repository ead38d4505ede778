import { Box, Searchbar } from '@strapi/design-system';
import { useDebounce } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useText } from '../../components/useText';

interface Props {
  /** As the address bar says. */
  value: string;
  onChange: (value: string) => void;
}

/** Long enough that a word is searched and not its letters. */
const PAUSE_MS = 300;

export function SearchField({ value, onChange }: Props) {
  const t = useText();
  const [text, setText] = useState(value);
  const settled = useDebounce(text.trim(), PAUSE_MS);
  /** What the address bar was last told, so that its echo does not undo what was typed meanwhile. */
  const told = useRef(value);
  const tell = useRef(onChange);
  tell.current = onChange;

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
        onClear={clear}
        clearLabel={t('search.clear')}
        placeholder={t('search.placeholder')}
      >
        {t('search.label')}
      </Searchbar>
    </Box>
  );
}
