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
  TimelineEntry,
} from '../../../../shared/contracts/operations';
import { Refusal } from '../../../../shared/errors';
import { findBinnedId, findBinnedNames } from '../../repositories/bin';
import {
  listActors,
  listOperations,
  type OperationFilter,
  type OperationRecord,
} from '../../repositories/operation-records';
import { findItems, listItems, listNewer, listSkips } from '../../repositories/operation-parts';
import { findMergedInto, followRedirect } from '../../repositories/redirects';
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
  newerCount: operation.newer,
  actor: operation.actor,
  reason: operation.reason,
  params: operation.params,
  createdAt: operation.createdAt.toISOString(),
  finishedAt: operation.finishedAt?.toISOString() ?? null,
  undo: describeUndo(operation, undoDays),
});

const undoDaysOf = async (strapi: Core.Strapi): Promise<number> =>
  (await readSettings(strapi)).retention.undoDays;

/** What follows `to`, to the millisecond: the next day (UTC), or the next instant. */
const behind = (to: string): Date =>
  new Date(new Date(to).getTime() + (to.length === 10 ? DAY : 1));

const EVERYTHING: OperationFilter = {
  kinds: [],
  actorId: null,
  from: null,
  before: null,
  contactIds: null,
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
    before: to ? behind(to) : null,
    contactIds: contact ? await requireContactIds(strapi, contact, true) : null,
  };
  const { records, total } = await listOperations(knex, filter, { page, pageSize });
  const undoDays = await undoDaysOf(strapi);
  return {
    results: records.map((record) => viewOperation(record, undoDays)),
    pagination: { page, pageSize, total },
  };
}

/**
 * Row id of a contact, and behind it those of the contacts merged into it. One in the bin has its history still, for
 * those who may see what is in there. A merged one answers with the history of the contact it was merged into.
 */
async function requireContactIds(
  strapi: Core.Strapi,
  documentId: string,
  seesBin: boolean,
): Promise<number[]> {
  const knex = strapi.db.connection;
  const [id] = (await resolveDocumentIds(knex, [documentId])).ids;
  const found =
    id ??
    (await followRedirect(knex, documentId))?.id ??
    (seesBin ? await findBinnedId(knex, documentId) : null);
  if (found === null) throw new Refusal('contact.not-found');
  return [found, ...(await findMergedInto(knex, found))];
}

export const describeOperation = async (
  strapi: Core.Strapi,
  operation: OperationRecord,
): Promise<OperationAnswer> => ({
  ...viewOperation(operation, await undoDaysOf(strapi)),
  skipped: await listSkips(strapi.db.connection, operation.id),
  newer: operation.newer > 0 ? await listNewer(strapi.db.connection, operation.id) : [],
});

export async function listChangedContacts(
  strapi: Core.Strapi,
  operation: OperationRecord,
  { page, pageSize }: PageQuery,
): Promise<ChangedContactsAnswer> {
  const knex = strapi.db.connection;
  const { items, total } = await listItems(knex, operation, { page, pageSize });
  const gone = items.filter(({ documentId }) => documentId === null);
  const names = await findBinnedNames(
    knex,
    gone.map(({ contactId }) => contactId),
  );
  return {
    results: items.map(({ contactId, documentId, name, before, after }) => ({
      documentId,
      name: names.get(contactId) ?? name,
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
  caller: { seesBin: boolean },
): Promise<TimelineAnswer> {
  const knex = strapi.db.connection;
  const contactIds = await requireContactIds(strapi, documentId, caller.seesBin);
  const [ownId] = contactIds;
  const { records, total } = await listOperations(
    knex,
    { ...EVERYTHING, contactIds },
    { page, pageSize },
  );
  const undoDays = await undoDaysOf(strapi);
  const items = await findItems(
    knex,
    contactIds,
    records.map(({ id }) => id),
  );
  const names =
    contactIds.length > 1 ? await findBinnedNames(knex, contactIds) : new Map<number, string>();
  const entriesOf = (record: OperationRecord): TimelineEntry[] => {
    const operation = viewOperation(record, undoDays);
    const found = (items.get(record.id) ?? []).filter(
      // The contact that went is named by the change; all it had is no change of the one that stayed.
      ({ after }) => record.kind !== 'merge' || after !== null,
    );
    if (found.length === 0) return [{ operation, before: null, after: null, mergedFrom: null }];
    return found.map(({ contactId, before, after }) => ({
      operation,
      before,
      after,
      mergedFrom: contactId === ownId ? null : (names.get(contactId) ?? nameIn({ before, after })),
    }));
  };
  return { results: records.flatMap(entriesOf), pagination: { page, pageSize, total } };
}

/** What the change knows of the name, of a contact that is not even in the bin any more. */
const nameIn = ({ before, after }: Pick<TimelineEntry, 'before' | 'after'>): string => {
  const name = after?.name ?? before?.name;
  return typeof name === 'string' ? name : '';
};

export const listPeople = async (strapi: Core.Strapi): Promise<OperationPeopleAnswer> => ({
  results: await listActors(strapi.db.connection),
});
