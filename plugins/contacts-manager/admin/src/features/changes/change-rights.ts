import { OPERATION_PERMISSIONS, type OperationView } from '../../../../shared/contracts/operations';
import type { Rights } from '../../components/usePermissions';

/** Whoever undoes or cancels a change needs the rights it took; of an undo those of what it undid. */
export function mayMake({ kind, params }: OperationView, may: Rights): boolean {
  const original = kind === 'undo' ? params.undoes?.kind : kind;
  if (original === undefined || original === 'undo') return false;
  return [OPERATION_PERMISSIONS[original]].flat().every((right) => may[right]);
}
