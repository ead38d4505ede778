import { Flex, IconButton } from '@strapi/design-system';
import { ChevronDown, ChevronUp } from '@strapi/icons';
import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import type { NeighboursAnswer } from '../../../../shared/contracts/contacts';
import { useGetNeighboursQuery } from '../../api/contacts';
import { contactPath } from '../../components/contact-paths';
import { useText } from '../../components/useText';
import type { ListPlace } from './list-place';

/** Where keys mean text or a choice, or an unsaved field would be left behind. */
const BUSY =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';
const EDITING = 'form[data-in-place]';

/** Alt with an arrow, because a bare letter would get in the way of people who dictate. */
function useArrowKeys(go: (direction: keyof NeighboursAnswer) => void) {
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      const isArrow = event.key === 'ArrowUp' || event.key === 'ArrowDown';
      if (!isArrow || !event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      if (event.target instanceof Element && event.target.closest(BUSY)) return;
      if (document.querySelector(EDITING)) return;
      event.preventDefault();
      go(event.key === 'ArrowUp' ? 'previous' : 'next');
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, [go]);
}

interface Props {
  documentId: string;
  place: ListPlace;
  /** The way back, which the neighbour's page has as well. */
  returnTo: string;
}

type Direction = keyof NeighboursAnswer;

/** Opens neighbours; one that is asked for before it is known is opened as soon as it is. */
function useNeighbours({ documentId, place, returnTo }: Props) {
  const navigate = useNavigate();
  const { currentData } = useGetNeighboursQuery(
    { documentId, ...place.filter, sort: place.sort },
    { refetchOnMountOrArgChange: true },
  );
  const [wanted, setWanted] = useState<Direction | null>(null);
  useEffect(() => {
    if (!wanted || !currentData) return;
    setWanted(null);
    const contact = currentData[wanted];
    // Replaced, so that the browser's own way back leads to the list as well.
    if (contact) navigate(contactPath(contact.documentId), { state: { returnTo }, replace: true });
  }, [wanted, currentData, navigate, returnTo]);
  return { neighbours: currentData, open: setWanted };
}

const LOOKS = {
  previous: {
    keys: 'Alt+ArrowUp',
    hint: 'contact.previous-hint',
    none: 'contact.nobody-before',
    Icon: ChevronUp,
  },
  next: {
    keys: 'Alt+ArrowDown',
    hint: 'contact.next-hint',
    none: 'contact.nobody-behind',
    Icon: ChevronDown,
  },
} as const satisfies Record<Direction, object>;

/** One contact on or back in the list this one was opened from, across its pages. */
export function NeighbourLinks(props: Props) {
  const t = useText();
  const { neighbours, open } = useNeighbours(props);
  useArrowKeys(open);
  return (
    <Flex gap={1}>
      {(['previous', 'next'] as const).map((direction) => {
        const { keys, hint, none, Icon } = LOOKS[direction];
        const isEnd = neighbours?.[direction] === null;
        return (
          // Not `disabled`: at the end of the list the focus would be lost with the button.
          <IconButton
            key={direction}
            variant="ghost"
            aria-keyshortcuts={keys}
            aria-disabled={isEnd}
            label={t(isEnd ? none : hint)}
            onClick={() => open(direction)}
          >
            <Icon aria-hidden />
          </IconButton>
        );
      })}
    </Flex>
  );
}
