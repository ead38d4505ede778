import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import type { CustomField } from '../../../../shared/custom-fields';
import { useOrderFieldsMutation } from '../../api/custom-fields';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import type { Direction } from './FieldsTable';

/** Moves fields one place at a time, and says where they have come to. */
export function useFieldOrder(fields: CustomField[]) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [order, { isLoading }] = useOrderFieldsMutation();
  const [announcement, setAnnouncement] = useState('');
  const trigger = useRef<HTMLElement | null>(null);

  useEffect(() => {
    // A row that moves takes the focus from the button that moved it.
    trigger.current?.focus();
    trigger.current = null;
  }, [fields]);

  const move = async (field: CustomField, direction: Direction, button: HTMLElement) => {
    const from = fields.indexOf(field);
    const to = direction === 'up' ? from - 1 : from + 1;
    if (isLoading || to < 0 || to >= fields.length) return;
    const ids = fields.map(({ documentId }) => documentId);
    ids.splice(to, 0, ...ids.splice(from, 1));
    trigger.current = button;
    const answer = await order(ids);
    if ('error' in answer) {
      trigger.current = null;
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    } else {
      const place = { label: field.label, position: to + 1, count: fields.length };
      setAnnouncement(t('fields.moved', place));
    }
  };
  return { move, announcement };
}
