import {
  Box,
  Button,
  Field,
  Flex,
  Grid,
  SingleSelect,
  SingleSelectOption,
  Typography,
} from '@strapi/design-system';
import { useState } from 'react';
import { useIntl } from 'react-intl';
import type { ColumnMapping, ImportView } from '../../../../shared/contracts/imports';
import type { ImportColumn } from '../../../../shared/import-fields';
import { useText } from '../../components/useText';
import {
  columnLetter,
  findMappingProblems,
  ignoredColumns,
  isColumnRequired,
  type MappingProblem,
} from './column-mapping';
import { TablePlace } from './TablePlace';
import { useImportColumns } from './useImportColumns';
import { useMapping } from './useMapping';

/** The select has no value of its own for "no column". */
const NO_COLUMN = 'none';

/** What a column of the file is called. */
function useColumnName(headers: readonly string[]): (index: number) => string {
  const t = useText();
  return (index) => {
    const header = headers[index] ?? '';
    const letter = columnLetter(index);
    return header === ''
      ? t('import.mapping.column', { letter })
      : t('import.mapping.named-column', { header, letter });
  };
}

interface ColumnFieldProps {
  field: ImportColumn;
  label: string;
  headers: string[];
  value: number | null;
  problem: MappingProblem | undefined;
  onChange: (column: number | null) => void;
}

function ColumnField({ field, label, headers, value, problem, onChange }: ColumnFieldProps) {
  const t = useText();
  const columnName = useColumnName(headers);
  return (
    <Field.Root
      name={field}
      required={isColumnRequired(field)}
      error={problem ? t(`import.mapping.${problem}`) : undefined}
    >
      <Field.Label>{label}</Field.Label>
      <SingleSelect
        value={value === null ? NO_COLUMN : String(value)}
        onChange={(chosen) => onChange(chosen === NO_COLUMN ? null : Number(chosen))}
      >
        <SingleSelectOption value={NO_COLUMN}>{t('import.mapping.none')}</SingleSelectOption>
        {headers.map((_header, index) => (
          <SingleSelectOption key={index} value={String(index)}>
            {columnName(index)}
          </SingleSelectOption>
        ))}
      </SingleSelect>
      <Field.Error />
    </Field.Root>
  );
}

/** So that nobody misses a column only afterwards. */
function IgnoredColumns({ headers, mapping }: { headers: string[]; mapping: ColumnMapping }) {
  const t = useText();
  const { formatList } = useIntl();
  const columnName = useColumnName(headers);
  const ignored = ignoredColumns(headers, mapping);
  if (ignored.length === 0) return null;
  return (
    <Typography variant="pi" textColor="neutral600" tag="p">
      {t('import.mapping.ignored', { columns: formatList(ignored.map(columnName)) })}
    </Typography>
  );
}

interface Props {
  view: ImportView;
  onChangeTable: () => void;
}

/** Which column is which. */
export function ColumnsPanel({ view, onChangeTable }: Props) {
  const t = useText();
  const [mapping, setMapping] = useState<ColumnMapping>(view.mapping);
  const [isChecked, setIsChecked] = useState(false);
  const { submit, isLoading } = useMapping(view.id);
  const { columns, labelOf } = useImportColumns();
  const problems = isChecked ? findMappingProblems(mapping, columns) : {};

  const handleSubmit = () => {
    setIsChecked(true);
    if (Object.keys(findMappingProblems(mapping, columns)).length === 0) void submit({ mapping });
  };

  return (
    <Flex direction="column" alignItems="stretch" gap={6}>
      <Box>
        <Typography variant="delta" tag="h2">
          {t('import.mapping.title')}
        </Typography>
        <Typography textColor="neutral600" tag="p">
          {t('import.mapping.hint')}
        </Typography>
      </Box>
      <TablePlace view={view} onChange={onChangeTable} />
      <Grid.Root gap={4}>
        {columns.map((field) => (
          <Grid.Item key={field} col={6} xs={12} direction="column" alignItems="stretch">
            <ColumnField
              field={field}
              label={labelOf(field)}
              headers={view.headers}
              value={mapping[field] ?? null}
              problem={problems[field]}
              onChange={(column) => setMapping({ ...mapping, [field]: column })}
            />
          </Grid.Item>
        ))}
      </Grid.Root>
      <IgnoredColumns headers={view.headers} mapping={mapping} />
      <Flex justifyContent="flex-end">
        <Button size="L" loading={isLoading} onClick={handleSubmit}>
          {t('import.mapping.submit')}
        </Button>
      </Flex>
    </Flex>
  );
}
