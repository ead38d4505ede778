import { useMemo } from 'react';
import type { ReturnTarget } from '../contact-form/useReturnTo';
import { EMPTY_ADDRESS, sortText } from '../contacts/list-address';
import { useListOrder } from '../contacts/useListOrder';
import { readPlace, type ListPlace } from './list-place';

export function useListPlace(origin: ReturnTarget | null): ListPlace | null {
  const { sort, isKnown } = useListOrder(EMPTY_ADDRESS);
  const usual = sortText(sort);
  return useMemo(
    () => (isKnown ? readPlace(origin?.to, usual) : null),
    [origin?.to, usual, isKnown],
  );
}
