import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { CustomField } from '../../../../shared/custom-fields';
import { useOrderFieldsMutation } from '../../api/custom-fields';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import type { Direction } from './FieldsTable';

/** A row that moves takes the focus from the button that moved it; at the end of the list its neighbour has it. */
const keepFocus = (button: HTMLElement) =>
  setTimeout(() => {
    const usable = (candidate: Element | null): candidate is HTMLButtonElement =>
      candidate instanceof HTMLButtonElement && !candidate.disabled;
    const others = [...(button.closest('td')?.querySelectorAll('button') ?? [])];
    [button, ...others].find(usable)?.focus();
  }, 0);

/** Moves fields one place at a time, and says where they have come to. */
export function useFieldOrder(fields: CustomField[]) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [order, { isLoading }] = useOrderFieldsMutation();
  const [announcement, setAnnouncement] = useState('');

  const move = async (field: CustomField, direction: Direction, trigger: HTMLElement) => {
    const from = fields.indexOf(field);
    const to = direction === 'up' ? from - 1 : from + 1;
    if (isLoading || to < 0 || to >= fields.length) return;
    const ids = fields.map(({ documentId }) => documentId);
    ids.splice(to, 0, ...ids.splice(from, 1));
    const answer = await order(ids);
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    } else {
      const place = { label: field.label, position: to + 1, count: fields.length };
      setAnnouncement(t('fields.moved', place));
    }
    keepFocus(trigger);
  };
  return { move, announcement };
}
