import type { Core } from '@strapi/strapi';
import { refuseFields, Refusal } from '../../../shared/errors';
import { searchTextOf } from '../../../shared/search';
import { addSearchRow, refreshSearchRows } from '../database/search-index';
import { diffAttributes, withoutEmpty } from '../domain/changes/diff';
import { findDirectWrites, PROTECTED_ATTRIBUTES } from '../domain/contact/direct-write';
import { validateContactInput } from '../domain/contact/validate';
import { actorOf } from '../http/request-actor';
import { loadRelated, loadSnapshot, type ContactSnapshot } from '../repositories/contact-snapshots';
import { listCustomFields } from '../repositories/custom-fields';
import { createOperation, recordItems } from '../repositories/operations';
import { countryForNumbers } from '../repositories/settings';
import { inTransaction } from '../repositories/transaction';
import { sourceOf } from './write-source';

const CONTACT = 'api::contact.contact';

interface WriteEvent {
  params: { data?: Record<string, unknown>; where?: unknown };
  result?: unknown;
  state: { before?: ContactSnapshot };
}

/** The columns below which history, search and identity rest; `updateMany` cannot keep them in step. */
const KEPT_IN_STEP = [
  'name',
  'primaryContact',
  'secondaryContact',
  'email',
  'contactStatus',
  'statusReason',
  'statusChangedAt',
  'source',
  'searchText',
  'customFields',
  'category',
  'groups',
];

/**
 * The inner half of the guard: hooks that run for every write of a contact through Strapi, inside its
 * transaction. They normalise again what the document middleware normalised already, because
 * `strapi.db.query()` reaches them without passing it.
 */
export function guardContactWrites(strapi: Core.Strapi): void {
  const currentRequest = () => strapi.requestContext.get();

  const prepareCreate = async (event: WriteEvent) => {
    const data = event.params.data ?? {};
    const source = sourceOf(currentRequest());
    const writes = findDirectWrites(data, null, source);
    const checked = validateContactInput(data, {
      defaultCountry: await countryForNumbers(strapi, data),
      definitions: await inTransaction(strapi, listCustomFields),
    });
    const problems = [...(checked.ok ? [] : checked.errors), ...writes];
    if (problems.length > 0) throw refuseFields(problems);
    Object.assign(data, checked.values, { contactStatus: 'active', source });
    data.searchText = searchTextOf({
      name: checked.values.name ?? '',
      primaryContact: checked.values.primaryContact ?? '',
      secondaryContact: checked.values.secondaryContact ?? null,
      email: checked.values.email ?? null,
    });
    event.params.data = data;
  };

  const prepareUpdate = async (event: WriteEvent) => {
    const data = event.params.data ?? {};
    const id = await findContactId(strapi, event.params.where);
    if (id === null) return;
    const { before, definitions } = await inTransaction(strapi, async (trx) => ({
      before: await loadSnapshot(trx, id, { lock: true }),
      definitions: data.customFields === undefined ? [] : await listCustomFields(trx),
    }));
    if (!before) return;
    const stored = before.attributes;
    const writes = findDirectWrites(data, stored, 'manual');
    const checked = validateContactInput(data, {
      defaultCountry: await countryForNumbers(strapi, data),
      definitions,
      stored,
    });
    const problems = [...(checked.ok ? [] : checked.errors), ...writes];
    if (problems.length > 0) throw refuseFields(problems);
    // What equals the stored value is spelt in some other way at most.
    PROTECTED_ATTRIBUTES.forEach((attribute) => Reflect.deleteProperty(data, attribute));
    Object.assign(data, checked.values);
    data.searchText = searchTextOf({ ...stored, ...checked.values });
    event.params.data = data;
    event.state.before = before;
  };

  const recordCreate = async (event: WriteEvent) => {
    const id = idOf(event.result);
    const data = event.params.data ?? {};
    const hasRelations = Boolean(data.category) || Boolean(data.groups);
    await inTransaction(strapi, async (trx) => {
      await addSearchRow(trx, id);
      const after = {
        ...pickRecorded(data),
        ...(hasRelations ? await loadRelated(trx, id) : {}),
      };
      const operation = await createOperation(trx, {
        kind: 'create',
        actor: actorOf(currentRequest()),
        applied: 1,
      });
      await recordItems(trx, operation.id, [
        { contactId: id, before: null, after: withoutEmpty(after) },
      ]);
    });
  };

  const recordUpdate = async (event: WriteEvent) => {
    const { before } = event.state;
    if (!before) return;
    await inTransaction(strapi, async (trx) => {
      const after = await loadSnapshot(trx, before.id);
      const diff = after && diffAttributes(before.attributes, after.attributes);
      if (!diff) return;
      await refreshSearchRows(trx, [before.id]);
      const operation = await createOperation(trx, {
        kind: 'update',
        actor: actorOf(currentRequest()),
        applied: 1,
      });
      await recordItems(trx, operation.id, [{ contactId: before.id, ...diff }]);
    });
  };

  const refuseDelete = () => {
    throw new Refusal('contact.delete-unavailable');
  };

  strapi.db.lifecycles.subscribe({
    models: [CONTACT],
    beforeCreate: (event) => prepareCreate(event),
    beforeUpdate: (event) => prepareUpdate(event),
    afterCreate: (event) => recordCreate(event),
    afterUpdate: (event) => recordUpdate(event),
    beforeDelete: refuseDelete,
    beforeDeleteMany: refuseDelete,
    beforeCreateMany() {
      throw new Refusal('write.unsupported');
    },
    beforeUpdateMany(event) {
      const { params }: Pick<WriteEvent, 'params'> = event;
      const data = params.data ?? {};
      if (KEPT_IN_STEP.some((attribute) => data[attribute] !== undefined)) {
        throw new Refusal('write.unsupported');
      }
    },
  });
}

/** The scalars of a new contact that history keeps, as `prepareCreate` has left them. */
const RECORDED = [
  'name',
  'primaryContact',
  'secondaryContact',
  'email',
  'contactStatus',
  'notes',
  'source',
  'customFields',
  'lastInteractionAt',
];
const pickRecorded = (data: Record<string, unknown>) =>
  Object.fromEntries(RECORDED.map((attribute) => [attribute, data[attribute] ?? null]));

const idOf = (result: unknown): number => {
  if (typeof result === 'object' && result !== null && 'id' in result) return Number(result.id);
  throw new Error('A contact came back without its id.');
};

async function findContactId(strapi: Core.Strapi, where: unknown): Promise<number | null> {
  if (typeof where !== 'object' || where === null) return null;
  const keys = Object.keys(where);
  if (keys.length === 1 && 'id' in where && typeof where.id === 'number') return where.id;
  const row: unknown = await strapi.db.query(CONTACT).findOne({ where, select: ['id'] });
  return row ? idOf(row) : null;
}
