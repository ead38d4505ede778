import { Flex, IconButton } from '@strapi/design-system';
import { ChevronDown, ChevronUp } from '@strapi/icons';
import { useEffect } from 'react';
import { useNavigate } from 'react-router-dom';
import type { Neighbour } from '../../../../shared/contracts/contacts';
import { useGetNeighboursQuery } from '../../api/contacts';
import { contactPath } from '../../components/contact-paths';
import { useText } from '../../components/useText';
import type { ListPlace } from './useListPlace';

/** Where keys mean text or a choice, or an unsaved field would be left behind. */
const BUSY =
  'input, textarea, select, [contenteditable="true"], [role="dialog"], [role="menu"], [role="listbox"]';
const EDITING = 'form[data-in-place]';

/** Alt with an arrow, because a bare letter would get in the way of people who dictate. */
function useArrowKeys(go: (direction: 'previous' | 'next') => void) {
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

/** One contact on or back in the list this one was opened from, across its pages. */
export function NeighbourLinks({ documentId, place, returnTo }: Props) {
  const t = useText();
  const navigate = useNavigate();
  const { currentData } = useGetNeighboursQuery(
    { documentId, ...place.filter, sort: place.sort },
    { refetchOnMountOrArgChange: true },
  );
  // Replaced, so that the browser's own way back leads to the list as well.
  const open = (contact: Neighbour | null | undefined) => {
    if (contact) navigate(contactPath(contact.documentId), { state: { returnTo }, replace: true });
  };
  useArrowKeys((direction) => open(currentData?.[direction]));
  const labelOf = (contact: Neighbour | null | undefined, hint: string, none: string) =>
    contact === null ? none : hint;
  return (
    <Flex gap={1}>
      <IconButton
        variant="ghost"
        aria-keyshortcuts="Alt+ArrowUp"
        disabled={!currentData?.previous}
        label={labelOf(
          currentData?.previous,
          t('contact.previous-hint'),
          t('contact.nobody-before'),
        )}
        onClick={() => open(currentData?.previous)}
      >
        <ChevronUp aria-hidden />
      </IconButton>
      <IconButton
        variant="ghost"
        aria-keyshortcuts="Alt+ArrowDown"
        disabled={!currentData?.next}
        label={labelOf(currentData?.next, t('contact.next-hint'), t('contact.nobody-behind'))}
        onClick={() => open(currentData?.next)}
      >
        <ChevronDown aria-hidden />
      </IconButton>
    </Flex>
  );
}
