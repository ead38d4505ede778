import {
  customColumn,
  customKeyOf,
  IMPORT_FIELD_NAMES,
  isImportField,
  type ImportColumn,
} from '../../../../shared/import-fields';
import { useGetCustomFieldsQuery } from '../../api/custom-fields';
import { useText } from '../../components/useText';

/**
 * What a column of a file can be, in the order of the template, and what screens call it. `used` are columns of an
 * import whose custom field may be deleted by now; those are called by their key.
 */
export function useImportColumns(used: readonly ImportColumn[] = []): {
  columns: ImportColumn[];
  labelOf: (column: ImportColumn) => string;
} {
  const t = useText();
  const { data: fields = [] } = useGetCustomFieldsQuery(undefined);
  const labels = new Map(fields.map(({ key, label }) => [key, label]));
  const custom = fields.map(({ key }) => customColumn(key));
  return {
    columns: [...new Set<ImportColumn>([...IMPORT_FIELD_NAMES, ...custom, ...used])],
    labelOf: (column) => {
      if (isImportField(column)) return t(`import.field.${column}`);
      const key = customKeyOf(column) ?? column;
      return labels.get(key) ?? key;
    },
  };
}
