import type { Core } from '@strapi/strapi';
import { errors } from '@strapi/utils';
import { fieldError, refuseFields, Refusal, type FieldError } from '../../../shared/errors';
import { PHONE_SLOTS, slotsConflict } from '../../../shared/uniqueness';
import { readRefusal, toStrapiError } from '../http/errors';
import { actorOf, mayReadContacts } from '../http/request-actor';
import { findPhoneOwners } from '../repositories/phone-owners';
import { followRedirect } from '../repositories/redirects';
import { countryForNumbers, loadSettings } from '../repositories/settings';
import { inTransaction } from '../repositories/transaction';
import { deleteContact } from '../services/changes/delete-contact';
import { prepareContactInput } from './contact-input';
import { readDatabaseError, type DatabaseRefusal } from './database-errors';
import { prepareNamedRecord } from './named-records';

const CONTACT = 'api::contact.contact';
const NAMED_RECORDS = ['api::category.category', 'api::group.group'];
const WRITES = ['create', 'update', 'clone', 'delete'];

interface Call {
  uid: string;
  action: string;
  /** Of the record that is changed. */
  documentId: string | null;
  data: Record<string, unknown> | null;
}

const callOf = (ctx: { uid: string; action: string; params?: object }): Call => {
  const params: { data?: unknown; documentId?: unknown } = ctx.params ?? {};
  const { data, documentId } = params;
  return {
    uid: ctx.uid,
    action: ctx.action,
    documentId: typeof documentId === 'string' ? documentId : null,
    data: typeof data === 'object' && data !== null ? { ...data } : null,
  };
};

/**
 * The outer half of the guard: one transaction around each write of a contact, category or group over
 * REST, GraphQL, the Content Manager and the product's own services, and one place where refusals and
 * database errors become clean answers.
 */
export function guardDocuments(strapi: Core.Strapi): void {
  strapi.documents.use(async (ctx, next) => {
    const guarded = ctx.uid === CONTACT || NAMED_RECORDS.includes(ctx.uid);
    if (!guarded) return next();
    const call = callOf(ctx);
    try {
      if (call.uid === CONTACT && call.action === 'findOne' && call.documentId) {
        const found = await next();
        const merged = found ? null : await followMerge(strapi, call.documentId);
        if (!merged) return found;
        Object.assign(ctx.params, merged);
        return await next();
      }
      if (!WRITES.includes(call.action)) return await next();
      if (call.uid === CONTACT && call.action === 'delete') {
        return await deleteContact(
          strapi,
          call.documentId ?? '',
          actorOf(strapi.requestContext.get()),
        );
      }
      await prepareData(strapi, call);
      if (call.data) Object.assign(ctx.params, { data: call.data });
      return await strapi.db.transaction(() => next());
    } catch (error) {
      throw await explain(strapi, call, error);
    }
  });
}

/** The documentId of a contact that was merged answers with the one it was merged into. */
async function followMerge(
  strapi: Core.Strapi,
  documentId: string,
): Promise<{ documentId: string } | null> {
  const merged = await inTransaction(strapi, (trx) => followRedirect(trx, documentId));
  return merged && { documentId: merged.documentId };
}

/** Strapi makes these; nobody writes them. */
const STRAPI_OWNS = ['id', 'documentId', 'createdAt', 'updatedAt', 'publishedAt'];

/** Our codes come before Strapi's own validation. */
async function prepareData(strapi: Core.Strapi, call: Call): Promise<void> {
  const { data } = call;
  // The Content Manager sends them back on every save, and would store others.
  if (data) STRAPI_OWNS.forEach((attribute) => Reflect.deleteProperty(data, attribute));
  if (call.uid !== CONTACT) {
    if (data) prepareNamedRecord(data, { isNew: call.action === 'create' });
    return;
  }
  if (!data) return;
  await prepareContactInput(strapi, { ...call, data }, await countryForNumbers(strapi, data));
}

async function explain(strapi: Core.Strapi, call: Call, error: unknown): Promise<unknown> {
  if (error instanceof Refusal) return toStrapiError(await withTakenNumbers(strapi, call, error));
  const refusal = readDatabaseError(error);
  if (!refusal) return withCode(error);
  if (refusal.kind === 'fault' || refusal.kind === 'no-room') strapi.log.error(error);
  if (refusal.kind === 'fault') {
    return new Error('The database could not carry out the request.');
  }
  return toStrapiError(await refusalOf(strapi, call, refusal));
}

/** Strapi's own refusals of a value, such as a relation to nobody, have no code and repeat what was sent. */
function withCode(error: unknown): unknown {
  if (!(error instanceof errors.ValidationError) || readRefusal(error)) return error;
  const known: { message: string; details?: unknown } = error;
  return toStrapiError(new Refusal('value.invalid', pathsOf(known), known.message));
}

const pathsOf = ({ details }: { details?: unknown }): FieldError[] => {
  const known = typeof details === 'object' && details !== null && 'errors' in details;
  const problems: unknown[] = known && Array.isArray(details.errors) ? details.errors : [];
  return problems.flatMap((problem) => {
    if (typeof problem !== 'object' || problem === null || !('path' in problem)) return [];
    const path = Array.isArray(problem.path) ? problem.path.map(String) : [];
    const message = 'message' in problem ? String(problem.message) : undefined;
    return [fieldError(path, 'value.invalid', message)];
  });
};

async function refusalOf(
  strapi: Core.Strapi,
  call: Call,
  refusal: Exclude<DatabaseRefusal, { kind: 'fault' }>,
): Promise<Refusal> {
  switch (refusal.kind) {
    case 'phone-taken': {
      const taken = await findTakenNumbers(strapi, call, refusal.phone);
      return taken.length > 0 ? refuseFields(taken) : new Refusal('phone.taken');
    }
    case 'phone-malformed':
      return refuseFields([fieldError(['primaryContact'], 'phone.invalid')]);
    case 'name-taken':
      return refuseFields([fieldError(['name'], 'name.taken')]);
    case 'value-invalid':
      return new Refusal('value.invalid');
    case 'retry':
      return new Refusal('conflict.retry');
    case 'no-room':
      return new Refusal('database.no-room');
  }
}

/** Adds the taken numbers to other problems of the same write, so that one answer lists them all. */
async function withTakenNumbers(
  strapi: Core.Strapi,
  call: Call,
  refusal: Refusal,
): Promise<Refusal> {
  const isInputProblem = call.uid === CONTACT && refusal.errors.length > 0;
  if (!isInputProblem || strapi.db.inTransaction()) return refusal;
  const taken = await findTakenNumbers(strapi, call, null);
  return new Refusal(refusal.code, [...refusal.errors, ...taken], refusal.message);
}

/** Which of the numbers of this write belong to another contact, with the owner for those who may know. */
async function findTakenNumbers(
  strapi: Core.Strapi,
  call: Call,
  reported: string | null,
): Promise<FieldError[]> {
  const numbers = await numbersOf(strapi, call);
  // Inside a caller's transaction that PostgreSQL has given up, nothing more can be asked.
  if (strapi.db.inTransaction() && reported !== null) {
    return numbers
      .filter(({ phone }) => phone === reported)
      .map(({ field }) => fieldError([field], 'phone.taken'));
  }
  // A copy may not have the numbers of its original either.
  const ownDocumentId = call.action === 'clone' ? null : call.documentId;
  return explainTaken(strapi, numbers, ownDocumentId);
}

interface GivenNumber {
  field: 'primaryContact' | 'secondaryContact';
  phone: string;
}

/** The numbers that the write gives its contact; a copy has those of its original, unless others are given. */
async function numbersOf(strapi: Core.Strapi, call: Call): Promise<GivenNumber[]> {
  const given = call.data ?? {};
  const inherited =
    call.action === 'clone' && call.documentId !== null
      ? await findNumbers(strapi, call.documentId)
      : {};
  const data: Record<string, unknown> = { ...inherited, ...given };
  return (['primaryContact', 'secondaryContact'] as const).flatMap((field) => {
    const phone = data[field];
    return typeof phone === 'string' && phone.startsWith('+') ? [{ field, phone }] : [];
  });
}

async function findNumbers(strapi: Core.Strapi, documentId: string): Promise<object> {
  const stored: unknown = await strapi.db
    .query(CONTACT)
    .findOne({ where: { documentId }, select: ['primaryContact', 'secondaryContact'] });
  return typeof stored === 'object' && stored !== null ? stored : {};
}

/** Those of the numbers that another contact has in a slot that excludes this one. */
export async function explainTaken(
  strapi: Core.Strapi,
  numbers: GivenNumber[],
  ownDocumentId: string | null,
): Promise<FieldError[]> {
  const { uniqueness, owners } = await inTransaction(strapi, async (trx) => ({
    uniqueness: (await loadSettings(trx)).uniqueness,
    owners: await findPhoneOwners(
      trx,
      numbers.map(({ phone }) => phone),
    ),
  }));
  const mayRead = await mayReadContacts(strapi, strapi.requestContext.get());
  return numbers.flatMap(({ field, phone }) => {
    const owner = owners
      .get(phone)
      ?.find(
        ({ documentId, slot }) =>
          documentId !== ownDocumentId && slotsConflict(uniqueness, PHONE_SLOTS[field], slot),
      );
    if (!owner) return [];
    const problem = fieldError([field], 'phone.taken');
    const { documentId, name, contactStatus } = owner;
    return [mayRead ? { ...problem, owner: { documentId, name, contactStatus } } : problem];
  });
}
