import { useMemo } from 'react';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { useGetPreferencesQuery } from '../../api/views';
import type { CustomField } from '../../../../shared/custom-fields';
import { allColumns, chosenColumns } from './columns';

const NO_FIELDS: readonly CustomField[] = [];

/** The columns to draw: those of the address, else this person's, else the product's. */
export function useListColumns(fromAddress: readonly string[]) {
  const { data: fields = NO_FIELDS } = useGetCustomFieldsQuery(undefined);
  const { data: preferences } = useGetPreferencesQuery(undefined);
  const own = preferences?.columns ?? null;
  // The table's rows compare by identity.
  return useMemo(
    () => ({
      columns: chosenColumns(fromAddress.length > 0 ? fromAddress : own, fields),
      all: allColumns(fields),
      fields,
    }),
    [fromAddress, own, fields],
  );
}
