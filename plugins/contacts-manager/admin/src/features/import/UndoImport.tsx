import { useGetOperationQuery } from '../../api/operations';
import { UndoButton } from '../changes/UndoButton';

/** Takes the whole import back. */
export function UndoImport({ operationId }: { operationId: string | null }) {
  const { data } = useGetOperationQuery(operationId ?? '', {
    skip: operationId === null,
    refetchOnMountOrArgChange: true,
  });
  return data ? <UndoButton operation={data} /> : null;
}
