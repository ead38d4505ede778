import type { Core } from '@strapi/strapi';
import type {
  NamedRecordBody,
  NamedRecordPatch,
  NamedRecordView,
} from '../../../shared/contracts/named-records';
import { Refusal } from '../../../shared/errors';
import { nameKey } from '../../../shared/text';
import { listNamedRecords, type StoredRecord } from '../repositories/named-records';
import type { RecordKind } from '../repositories/contact-predicate';
import { countMembers, sumOf, type StatusCounts } from '../repositories/tallies';

const UIDS = { category: 'api::category.category', group: 'api::group.group' } as const;
const NO_MEMBERS: StatusCounts = { active: 0, archived: 0, blocked: 0 };

const viewOf = (record: StoredRecord, members: StatusCounts = NO_MEMBERS): NamedRecordView => ({
  documentId: record.documentId,
  name: record.name,
  description: record.description,
  color: record.color,
  createdAt: record.createdAt,
  members: { ...members, total: sumOf(members) },
});

/** Categories or groups by name. Counts cost a little, so they come only when asked for. */
export async function listRecords(
  strapi: Core.Strapi,
  kind: RecordKind,
  { search, counts }: { search?: string | undefined; counts: boolean },
): Promise<NamedRecordView[]> {
  const knex = strapi.db.connection;
  const records = await listNamedRecords(knex, kind, nameKey(search ?? ''));
  const members = counts ? await countMembers(knex, kind) : new Map<number, StatusCounts>();
  return records.map((record) => viewOf(record, members.get(record.id)));
}

async function describeRecord(
  strapi: Core.Strapi,
  kind: RecordKind,
  documentId: string,
): Promise<NamedRecordView> {
  const knex = strapi.db.connection;
  const [record] = await listNamedRecords(knex, kind, '', documentId);
  if (!record) throw new Refusal(`${kind}.not-found`);
  const members = await countMembers(knex, kind, [record.id]);
  return viewOf(record, members.get(record.id));
}

export async function createRecord(
  strapi: Core.Strapi,
  kind: RecordKind,
  body: NamedRecordBody,
): Promise<NamedRecordView> {
  const { documentId } = await strapi.documents(UIDS[kind]).create({ data: body });
  return describeRecord(strapi, kind, documentId);
}

export async function updateRecord(
  strapi: Core.Strapi,
  kind: RecordKind,
  documentId: string,
  patch: NamedRecordPatch,
): Promise<NamedRecordView> {
  const data: Record<string, unknown> = patch;
  const updated = await strapi.documents(UIDS[kind]).update({ documentId, data });
  if (!updated) throw new Refusal(`${kind}.not-found`);
  return describeRecord(strapi, kind, documentId);
}
