import { Button } from '@strapi/design-system';
import { useState } from 'react';
import { DialogFrame } from '../../components/DialogFrame';
import { useText } from '../../components/useText';
import { FilterSections } from './FilterSections';
import type { ListAddress, ListFilter } from './list-address';

interface Props {
  address: ListAddress;
  onApply: (patch: Partial<ListFilter>) => void;
  onClose: () => void;
  returnFocus: () => void;
}

/** What is asked for less often: applied together, so that the list behind moves once. */
export function MoreFiltersDialog({ address, onApply, onClose, returnFocus }: Props) {
  const t = useText();
  const [patch, setPatch] = useState<Partial<ListFilter>>({});
  const change = (more: Partial<ListFilter>) => setPatch((before) => ({ ...before, ...more }));
  return (
    <DialogFrame
      title={t('filters.more')}
      gap={5}
      onClose={onClose}
      returnFocus={returnFocus}
      footer={
        <>
          <Button variant="tertiary" onClick={onClose}>
            {t('action.cancel')}
          </Button>
          <Button onClick={() => onApply(patch)}>{t('filters.apply')}</Button>
        </>
      }
    >
      <FilterSections filter={{ ...address, ...patch }} onChange={change} />
    </DialogFrame>
  );
}
