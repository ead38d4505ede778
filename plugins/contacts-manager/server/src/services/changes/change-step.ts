import type { Knex } from 'knex';
import type { SkippedContact } from '../../../../shared/contracts/operations';
import type { Actor } from '../../domain/actor';
import {
  planChange,
  RELATIONS_READ,
  type BulkChange,
  type BulkSubject,
} from '../../domain/bulk/plan-change';
import { withoutEmpty } from '../../domain/changes/diff';
import { moveToBin } from '../../repositories/bin';
import { loadSubjects } from '../../repositories/bulk-subjects';
import { writeChange } from '../../repositories/bulk-writes';
import type { RecordKind } from '../../repositories/contact-predicate';
import { loadSnapshots } from '../../repositories/contact-snapshots';
import { recordManyItems } from '../../repositories/operation-items';
import { readTargets } from '../../repositories/operation-parts';
import type { OperationItem } from '../../repositories/operations';
import type { Step } from './steps';

/** What one change would do to some contacts. */
export interface PlannedStep {
  items: OperationItem[];
  changed: BulkSubject[];
  skipped: SkippedContact[];
}

export async function planStep(
  trx: Knex,
  ids: readonly number[],
  change: BulkChange,
  { lock, alsoRead = [] }: { lock: boolean; alsoRead?: readonly RecordKind[] },
): Promise<PlannedStep> {
  const relations = [...RELATIONS_READ[change.kind], ...alsoRead];
  const subjects = await loadSubjects(trx, ids, { lock, relations });
  const planned: PlannedStep = { items: [], changed: [], skipped: [] };
  for (const subject of subjects) {
    const outcome = planChange(subject, change);
    if (outcome.ok) {
      const { before, after } = outcome;
      planned.items.push({ contactId: subject.id, before, after });
      planned.changed.push(subject);
    } else {
      const { documentId, name } = subject;
      planned.skipped.push({ documentId, name, code: outcome.code });
    }
  }
  return planned;
}

/** The order in which a step finds its contacts: given, or kept with the operation. */
type FindIds = (trx: Knex, operationId: number, cursor: number) => Promise<number[] | null>;

export const givenIds =
  (chunks: number[][]): FindIds =>
  (_trx, _operationId, cursor) =>
    Promise.resolve(chunks[cursor] ?? null);

export const storedIds: FindIds = readTargets;

/** Makes one change to the contacts of a chunk, set-based, with history. The cursor is the chunk's number. */
export const changeStep =
  (findIds: FindIds, change: BulkChange, actor: Actor): Step =>
  async (trx, operation, cursor) => {
    const ids = await findIds(trx, operation.id, cursor);
    if (!ids) return { applied: 0, skipped: [], next: null };
    const { items, changed, skipped } = await planStep(trx, ids, change, { lock: true });
    const changedIds = changed.map(({ id }) => id);
    if (change.kind === 'delete') {
      await recordManyItems(trx, operation.id, await describeLast(trx, changedIds));
      await moveToBin(trx, changedIds, { operationId: operation.id, name: actor.name });
    } else {
      await writeChange(trx, changedIds, change);
      await recordManyItems(trx, operation.id, items);
    }
    return { applied: changedIds.length, skipped, next: cursor + 1 };
  };

/** A deletion keeps all of what a contact was. */
async function describeLast(trx: Knex, ids: number[]): Promise<OperationItem[]> {
  const snapshots = await loadSnapshots(trx, ids);
  return snapshots.map(({ id, attributes }) => ({
    contactId: id,
    before: withoutEmpty(attributes),
    after: null,
  }));
}
