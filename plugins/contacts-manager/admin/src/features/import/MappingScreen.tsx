import { Box } from '@strapi/design-system';
import { useState } from 'react';
import type { ImportView } from '../../../../shared/contracts/imports';
import { CancelButton } from './CancelButton';
import { ColumnsPanel } from './ColumnsPanel';
import { ImportLayout } from './ImportLayout';
import { STEP_OF } from './import-steps';
import { TablePanel } from './TablePanel';

/** What only a person knows of a file: where its list is, when that is not obvious, and which column is which. */
export function MappingScreen({ view }: { view: ImportView }) {
  const [isChoosingTable, setChoosingTable] = useState(view.question === 'table');
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
        {isChoosingTable ? (
          <TablePanel view={view} />
        ) : (
          <ColumnsPanel view={view} onChangeTable={() => setChoosingTable(true)} />
        )}
      </Box>
    </ImportLayout>
  );
}
