import { Page } from '@strapi/strapi/admin';
import { LoadFailure } from '../../components/LoadFailure';
import { readFailure } from '../../api/errors';
import { EndedScreen } from './EndedScreen';
import { ImportLayout } from './ImportLayout';
import { MappingScreen } from './MappingScreen';
import { ResultScreen } from './ResultScreen';
import { ReviewScreen } from './ReviewScreen';
import { StoppedScreen } from './StoppedScreen';
import { useImportProgress } from './useImportProgress';
import { WorkingScreen } from './WorkingScreen';

/** One import at whatever step it is; the address is all one needs to come back to it. */
export function ImportScreen({ id }: { id: string }) {
  const { data: view, error, isConnectionLost, refetch } = useImportProgress(id);
  if (!view) {
    if (error === undefined) return <Page.Loading />;
    if (readFailure(error).kind === 'forbidden') return <Page.NoPermissions />;
    return (
      <ImportLayout step="upload">
        <LoadFailure error={error} onRetry={refetch} />
      </ImportLayout>
    );
  }
  switch (view.state) {
    case 'parsing':
    case 'committing':
      return <WorkingScreen view={view} isConnectionLost={isConnectionLost} />;
    case 'mapping':
      // Chosen once more, it is another question.
      return (
        <MappingScreen key={[view.question, view.headerRow, view.sheet].join(' ')} view={view} />
      );
    case 'review':
      return <ReviewScreen view={view} isConnectionLost={isConnectionLost} />;
    case 'done':
    case 'undone':
      return <ResultScreen view={view} />;
    case 'failed':
    case 'cancelled':
      return view.applied.create + view.applied.update > 0 ? (
        <StoppedScreen view={view} />
      ) : (
        <EndedScreen view={view} />
      );
  }
}
