import type { OperationKind, OperationParams } from '../../../../shared/contracts/operations';
import type { Actor } from '../../domain/actor';
import type { BulkChange } from '../../domain/bulk/plan-change';

/** A change of many contacts that somebody asked for, checked. */
export interface ChangeOrder {
  change: BulkChange;
  kind: OperationKind;
  actor: Actor;
  reason: string | null;
  /** What was asked for, as the operation keeps it. */
  params: OperationParams;
}
