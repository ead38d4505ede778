import type { Core } from '@strapi/strapi';
import { namedRecordPatch } from '../../../shared/contracts/named-records';
import { fieldError, refuseFields } from '../../../shared/errors';
import { cleanName, isName, nameKey } from '../../../shared/text';
import { actorOf } from '../http/request-actor';
import { prepareDeletion } from '../services/named-record-deletion';

const DESCRIPTION = namedRecordPatch.pick({ description: true, color: true });

/** Checks a category or group, cleans its name or group and sets the hidden key that makes it unique. Changes `data`. */
export function prepareNamedRecord(
  data: Record<string, unknown>,
  { isNew }: { isNew: boolean },
): void {
  delete data.nameKey;
  const described = DESCRIPTION.safeParse(data);
  if (!described.success) {
    throw refuseFields(
      described.error.issues.map(({ path }) => fieldError(path.map(String), 'value.invalid')),
    );
  }
  Object.assign(data, described.data);
  if (data.name === undefined && !isNew) return;
  const name = typeof data.name === 'string' ? cleanName(data.name) : '';
  if (!isName(name)) throw refuseFields([fieldError(['name'], 'name.invalid')]);
  data.name = name;
  data.nameKey = nameKey(name);
}

const KINDS = { 'api::category.category': 'category', 'api::group.group': 'group' } as const;
type NamedRecordUid = keyof typeof KINDS;
const isNamedRecord = (uid: string): uid is NamedRecordUid => uid in KINDS;

const dataOf = ({ params }: { params: { data?: Record<string, unknown> } }) => (params.data ??= {});

/** The inner half of the guard for categories and groups; runs for `strapi.db.query()` as well. */
export function guardNamedRecordWrites(strapi: Core.Strapi): void {
  const prepareDeletions = async (uid: string, where: unknown) => {
    if (!isNamedRecord(uid)) return;
    const records = await strapi.db
      .query(uid)
      .findMany({ where: where ?? {}, select: ['documentId'] });
    for (const { documentId } of records) {
      await prepareDeletion(strapi, KINDS[uid], {
        documentId: String(documentId),
        actor: actorOf(strapi.requestContext.get()),
      });
    }
  };
  strapi.db.lifecycles.subscribe({
    models: Object.keys(KINDS),
    beforeCreate(event) {
      prepareNamedRecord(dataOf(event), { isNew: true });
    },
    beforeUpdate(event) {
      prepareNamedRecord(dataOf(event), { isNew: false });
    },
    beforeCreateMany(event) {
      const rows: unknown = event.params.data;
      if (Array.isArray(rows)) {
        rows.forEach((row: Record<string, unknown>) => prepareNamedRecord(row, { isNew: true }));
      }
    },
    beforeUpdateMany(event) {
      prepareNamedRecord(dataOf(event), { isNew: false });
    },
    beforeDelete: (event) => prepareDeletions(event.model.uid, event.params.where),
    beforeDeleteMany: (event) => prepareDeletions(event.model.uid, event.params.where),
  });
}
