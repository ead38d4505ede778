import { useParams } from 'react-router-dom';
import { ImportScreen } from '../features/import/ImportScreen';

export function ImportPage() {
  const { id = '' } = useParams();
  return <ImportScreen key={id} id={id} />;
}
