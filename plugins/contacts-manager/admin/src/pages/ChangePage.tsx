import { useParams } from 'react-router-dom';
import { ChangeScreen } from '../features/changes/ChangeScreen';

export function ChangePage() {
  const { operationId = '' } = useParams();
  return <ChangeScreen operationId={operationId} />;
}
