import { Flex, Typography } from '@strapi/design-system';
import { useCallback, useId, useState } from 'react';
import type { ImportView } from '../../../../shared/contracts/imports';
import { useText } from '../../components/useText';
import { CancelButton } from './CancelButton';
import { ConfirmButton } from './ConfirmButton';
import { FormulaCells } from './FormulaCells';
import { ImportLayout } from './ImportLayout';
import { plannedWrites, STEP_OF } from './import-steps';
import { NewNames } from './NewNames';
import { NumberCountries } from './NumberCountries';
import { OptionsSummary } from './OptionsSummary';
import { RowsSection } from './RowsSection';
import { SharedNumbers } from './SharedNumbers';

interface Props {
  view: ImportView;
  isConnectionLost: boolean;
}

/** What the import would do, row by row; nothing is saved before the button is pressed. */
export function ReviewScreen({ view, isConnectionLost }: Props) {
  const t = useText();
  const emptyId = useId();
  const [round, setRound] = useState(0);
  const startAnew = useCallback(() => setRound((before) => before + 1), []);
  const isEmpty = plannedWrites(view) === 0;
  return (
    <ImportLayout
      step={STEP_OF[view.state]}
      subtitle={t('import.review.subtitle', { file: view.fileName, rows: view.counts.total })}
      primaryAction={
        <Flex gap={2} wrap="wrap">
          <CancelButton view={view} size="L" />
          <ConfirmButton view={view} describedBy={emptyId} />
        </Flex>
      }
    >
      <Flex direction="column" alignItems="stretch" gap={4}>
        <Typography id={emptyId} fontWeight="semiBold" role="status">
          {t(isEmpty ? 'import.review.nothing' : 'import.review.hint')}
        </Typography>
        <OptionsSummary view={view} />
        {isConnectionLost && (
          <Typography textColor="warning600" role="status">
            {t('import.connection-lost')}
          </Typography>
        )}
        <NumberCountries view={view} />
        <SharedNumbers view={view} />
        <FormulaCells view={view} />
        <NewNames view={view} onReplaced={startAnew} />
        <RowsSection view={view} tense="planned" round={round} onReplaced={startAnew} />
      </Flex>
    </ImportLayout>
  );
}
