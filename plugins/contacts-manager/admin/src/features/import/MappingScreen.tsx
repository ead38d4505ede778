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
import { useNotification } from '@strapi/strapi/admin';
import { useState } from 'react';
import type { ColumnMapping, ImportView } from '../../../../shared/contracts/imports';
import type { ImportColumn } from '../../../../shared/import-fields';
import { useMapImportColumnsMutation } from '../../api/imports';
import { useFailureText } from '../../components/useFailureText';
import { useText } from '../../components/useText';
import { CancelButton } from './CancelButton';
import { ImportLayout } from './ImportLayout';
import { STEP_OF } from './import-steps';
import {
  columnLetter,
  findMappingProblems,
  isColumnRequired,
  type MappingProblem,
} from './column-mapping';
import { useImportColumns } from './useImportColumns';

/** The select has no value of its own for "no column". */
const NO_COLUMN = 'none';

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
  const columnName = (index: number) => {
    const header = headers[index] ?? '';
    const letter = columnLetter(index);
    return header === ''
      ? t('import.mapping.column', { letter })
      : t('import.mapping.named-column', { header, letter });
  };
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

/** For files with headers of their own: which column is which. */
export function MappingScreen({ view }: { view: ImportView }) {
  const t = useText();
  const failureText = useFailureText();
  const { toggleNotification } = useNotification();
  const [mapping, setMapping] = useState<ColumnMapping>(view.mapping);
  const [isChecked, setIsChecked] = useState(false);
  const [mapColumns, { isLoading, isSuccess }] = useMapImportColumnsMutation();
  const { columns, labelOf } = useImportColumns();
  const problems = isChecked ? findMappingProblems(mapping, columns) : {};

  const handleSubmit = async () => {
    setIsChecked(true);
    if (Object.keys(findMappingProblems(mapping, columns)).length > 0) return;
    const answer = await mapColumns({ id: view.id, mapping });
    if ('error' in answer) {
      toggleNotification({ type: 'danger', message: failureText(answer.error) });
    }
  };

  return (
    <ImportLayout
      step={STEP_OF[view.state]}
      subtitle={view.fileName}
      primaryAction={<CancelButton view={view} size="L" />}
    >
      <Box
        background="neutral0"
        hasRadius
        shadow="filterShadow"
        padding={{ initial: 6, medium: 8 }}
      >
        <Flex direction="column" alignItems="stretch" gap={6}>
          <Box>
            <Typography variant="delta" tag="h2">
              {t('import.mapping.title')}
            </Typography>
            <Typography textColor="neutral600" tag="p">
              {t('import.mapping.hint')}
            </Typography>
          </Box>
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
          <Flex justifyContent="flex-end">
            <Button size="L" loading={isLoading || isSuccess} onClick={handleSubmit}>
              {t('import.mapping.submit')}
            </Button>
          </Flex>
        </Flex>
      </Box>
    </ImportLayout>
  );
}
