import type { Core } from '@strapi/strapi';
import type {
  BatchAnswer,
  CheckBody,
  ContactBody,
  ContactCreatedAnswer,
} from '../../../shared/contracts/contacts';
import { Refusal, refuseFields, type FieldError } from '../../../shared/errors';
import { readRefusal } from '../http/errors';
import { findChangeBehind } from '../repositories/operation-parts';
import { joinCreations } from '../repositories/operations';
import { inTransaction } from '../repositories/transaction';
import { findContact } from './contact-list';
import { findFormProblems, type FormContext } from './form-problems';

const CONTACT = 'api::contact.contact';

export type Caller = Pick<FormContext, 'showOwners'>;

const atEntry = (problems: FieldError[], index: number): FieldError[] =>
  problems.map((problem) => ({ ...problem, path: ['contacts', index, ...problem.path] }));

/** What Strapi's document service takes; the guard normalises it once more and records the change. */
export const dataOf = ({ category, ...body }: ContactBody): Record<string, unknown> => ({
  ...body,
  ...(category === undefined ? {} : { category: category || null }),
});

/** POST /contacts */
export async function createContact(
  strapi: Core.Strapi,
  body: ContactBody,
  caller: Caller,
): Promise<ContactCreatedAnswer> {
  const [problems = []] = await findFormProblems(strapi, [body], caller);
  if (problems.length > 0) throw refuseFields(problems);
  const created = await strapi.documents(CONTACT).create({ data: dataOf(body) });
  const { id, documentId } = created;
  const operationId = await findChangeBehind(strapi.db.connection, Number(id), 0);
  if (operationId === null) throw new Error('A contact was made without a change.');
  return { data: await findContact(strapi, documentId), operationId };
}

/** POST /contacts/batch: all of them or, with every problem of every entry, none. */
export async function createContacts(
  strapi: Core.Strapi,
  entries: ContactBody[],
  caller: Caller,
): Promise<BatchAnswer> {
  const refuseProblems = async () => {
    const problems = (await findFormProblems(strapi, entries, caller)).flatMap(atEntry);
    if (problems.length > 0) throw refuseFields(problems);
  };
  await refuseProblems();
  let created: Created;
  try {
    created = await createEach(strapi, entries);
  } catch (error) {
    // Somebody took a number in between; outside the transaction its owner can be named again.
    if (error instanceof Refusal) await refuseProblems();
    throw error;
  }
  const { documentIds, operationId } = created;
  const data = await Promise.all(documentIds.map((documentId) => findContact(strapi, documentId)));
  return { data, operationId };
}

interface Created {
  documentIds: string[];
  operationId: string;
}

/** In one transaction, as one change. */
const createEach = (strapi: Core.Strapi, entries: ContactBody[]): Promise<Created> =>
  inTransaction(strapi, async (trx) => {
    const ids: number[] = [];
    const documentIds: string[] = [];
    for (const [index, entry] of entries.entries()) {
      try {
        const created = await strapi.documents(CONTACT).create({ data: dataOf(entry) });
        ids.push(Number(created.id));
        documentIds.push(created.documentId);
      } catch (error) {
        const refusal = readRefusal(error);
        if (!refusal) throw error;
        throw new Refusal(refusal.code, atEntry(refusal.errors, index), refusal.message);
      }
    }
    return { documentIds, operationId: await joinCreations(trx, ids) };
  });

/** POST /contacts/check: the problems so far, with the paths of the batch; saves nothing. */
export async function checkContacts(
  strapi: Core.Strapi,
  { contacts, editing }: CheckBody,
  caller: Caller,
): Promise<FieldError[]> {
  const problems = await findFormProblems(strapi, contacts, {
    ...caller,
    partial: true,
    editing: editing ? await findContact(strapi, editing) : null,
  });
  return problems.flatMap(atEntry);
}
