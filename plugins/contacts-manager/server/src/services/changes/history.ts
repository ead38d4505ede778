import type { Core } from '@strapi/strapi';
import type {
  ChangedContactsAnswer,
  OperationAnswer,
  OperationPeopleAnswer,
  OperationsAnswer,
  OperationsQuery,
  OperationView,
  PageQuery,
  TimelineAnswer,
} from '../../../../shared/contracts/operations';
import { Refusal } from '../../../../shared/errors';
import { findBinnedId } from '../../repositories/bin';
import {
  listActors,
  listOperations,
  type OperationFilter,
  type OperationRecord,
} from '../../repositories/operation-records';
import { findItems, listItems, listSkips } from '../../repositories/operation-parts';
import { resolveDocumentIds } from '../../repositories/selections';
import { readSettings } from '../../repositories/settings';
import { describeUndo } from './undo';

const DAY = 24 * 60 * 60_000;

function progressOf({ state, total, applied, skipped }: OperationRecord): number {
  if (state !== 'running') return 1;
  return total > 0 ? Math.min(1, (applied + skipped) / total) : 0;
}

const viewOperation = (operation: OperationRecord, undoDays: number): OperationView => ({
  operationId: operation.documentId,
  kind: operation.kind,
  state: operation.state,
  progress: progressOf(operation),
  applied: operation.applied,
  skippedCount: operation.skipped,
  actor: operation.actor,
  reason: operation.reason,
  params: operation.params,
  createdAt: operation.createdAt.toISOString(),
  finishedAt: operation.finishedAt?.toISOString() ?? null,
  undo: describeUndo(operation, undoDays),
});

const undoDaysOf = async (strapi: Core.Strapi): Promise<number> =>
  (await readSettings(strapi)).retention.undoDays;

/** A date without time means that whole day. */
const endOf = (date: string): Date =>
  date.length === 10 ? new Date(new Date(date).getTime() + DAY) : new Date(date);

const EVERYTHING: OperationFilter = {
  kinds: [],
  actorId: null,
  from: null,
  before: null,
  contactId: null,
};

export async function listHistory(
  strapi: Core.Strapi,
  { kind, actor, from, to, contact, page, pageSize }: OperationsQuery,
): Promise<OperationsAnswer> {
  const knex = strapi.db.connection;
  const filter: OperationFilter = {
    kinds: kind,
    actorId: actor ?? null,
    from: from ? new Date(from) : null,
    before: to ? endOf(to) : null,
    contactId: contact ? await requireContactId(strapi, contact) : null,
  };
  const { records, total } = await listOperations(knex, filter, { page, pageSize });
  const undoDays = await undoDaysOf(strapi);
  return {
    results: records.map((record) => viewOperation(record, undoDays)),
    pagination: { page, pageSize, total },
  };
}

/** Row id of a contact, also of one in the bin: its history is still there. */
async function requireContactId(strapi: Core.Strapi, documentId: string): Promise<number> {
  const knex = strapi.db.connection;
  const [id] = (await resolveDocumentIds(knex, [documentId])).ids;
  const found = id ?? (await findBinnedId(knex, documentId));
  if (found === null) throw new Refusal('contact.not-found');
  return found;
}

export const describeOperation = async (
  strapi: Core.Strapi,
  operation: OperationRecord,
): Promise<OperationAnswer> => ({
  ...viewOperation(operation, await undoDaysOf(strapi)),
  skipped: await listSkips(strapi.db.connection, operation.id),
});

export async function listChangedContacts(
  strapi: Core.Strapi,
  operation: OperationRecord,
  { page, pageSize }: PageQuery,
): Promise<ChangedContactsAnswer> {
  const { items, total } = await listItems(strapi.db.connection, operation.id, { page, pageSize });
  return {
    results: items.map(({ documentId, name, before, after }) => ({
      documentId,
      name,
      before,
      after,
    })),
    pagination: { page, pageSize, total },
  };
}

export async function describeTimeline(
  strapi: Core.Strapi,
  documentId: string,
  { page, pageSize }: PageQuery,
): Promise<TimelineAnswer> {
  const knex = strapi.db.connection;
  const contactId = await requireContactId(strapi, documentId);
  const { records, total } = await listOperations(
    knex,
    { ...EVERYTHING, contactId },
    { page, pageSize },
  );
  const undoDays = await undoDaysOf(strapi);
  const items = await findItems(
    knex,
    contactId,
    records.map(({ id }) => id),
  );
  return {
    results: records.map((record) => {
      const item = items.get(record.id);
      return {
        operation: viewOperation(record, undoDays),
        before: item?.before ?? null,
        after: item?.after ?? null,
      };
    }),
    pagination: { page, pageSize, total },
  };
}

export const listPeople = async (strapi: Core.Strapi): Promise<OperationPeopleAnswer> => ({
  results: await listActors(strapi.db.connection),
});
