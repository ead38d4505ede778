import type { Core } from '@strapi/strapi';
import type { CheckBody, ContactBody, ContactView } from '../../../shared/contracts/contacts';
import { Refusal, refuseFields, type FieldError } from '../../../shared/errors';
import { readRefusal } from '../http/errors';
import { findContact } from './contact-list';
import { findFormProblems, type FormContext } from './form-problems';

const CONTACT = 'api::contact.contact';

type Caller = Pick<FormContext, 'showOwners'>;

const atEntry = (problems: FieldError[], index: number): FieldError[] =>
  problems.map((problem) => ({ ...problem, path: ['contacts', index, ...problem.path] }));

/** What Strapi's document service takes; the guard normalises it once more and records the change. */
const dataOf = ({ category, ...body }: ContactBody): Record<string, unknown> => ({
  ...body,
  ...(category === undefined ? {} : { category: category || null }),
});

/** POST /contacts */
export async function createContact(
  strapi: Core.Strapi,
  body: ContactBody,
  caller: Caller,
): Promise<ContactView> {
  const [problems = []] = await findFormProblems(strapi, [body], caller);
  if (problems.length > 0) throw refuseFields(problems);
  const { documentId } = await strapi.documents(CONTACT).create({ data: dataOf(body) });
  return findContact(strapi, documentId);
}

/** PUT /contacts/:documentId: absent fields keep their value. */
export async function updateContact(
  strapi: Core.Strapi,
  documentId: string,
  body: ContactBody,
  caller: Caller,
): Promise<ContactView> {
  const editing = await findContact(strapi, documentId);
  const [problems = []] = await findFormProblems(strapi, [body], { ...caller, editing });
  if (problems.length > 0) throw refuseFields(problems);
  // Not the one asked for: that may be the former id of a merged contact.
  await strapi.documents(CONTACT).update({ documentId: editing.documentId, data: dataOf(body) });
  return findContact(strapi, documentId);
}

/** POST /contacts/batch: all of them or, with every problem of every entry, none. */
export async function createContacts(
  strapi: Core.Strapi,
  entries: ContactBody[],
  caller: Caller,
): Promise<ContactView[]> {
  const refuseProblems = async () => {
    const problems = (await findFormProblems(strapi, entries, caller)).flatMap(atEntry);
    if (problems.length > 0) throw refuseFields(problems);
  };
  await refuseProblems();
  let created: string[];
  try {
    created = await strapi.db.transaction(() => createEach(strapi, entries));
  } catch (error) {
    // Somebody took a number in between; outside the transaction its owner can be named again.
    if (error instanceof Refusal) await refuseProblems();
    throw error;
  }
  return Promise.all(created.map((documentId) => findContact(strapi, documentId)));
}

async function createEach(strapi: Core.Strapi, entries: ContactBody[]): Promise<string[]> {
  const created: string[] = [];
  for (const [index, entry] of entries.entries()) {
    try {
      const { documentId } = await strapi.documents(CONTACT).create({ data: dataOf(entry) });
      created.push(documentId);
    } catch (error) {
      const refusal = readRefusal(error);
      if (!refusal) throw error;
      throw new Refusal(refusal.code, atEntry(refusal.errors, index), refusal.message);
    }
  }
  return created;
}

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
