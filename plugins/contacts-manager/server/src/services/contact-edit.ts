import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type {
  ContactBody,
  ContactEditAnswer,
  ContactEditBody,
  ContactView,
  EditConflict,
  FieldChange,
} from '../../../shared/contracts/contacts';
import { readFieldValue, type CustomField } from '../../../shared/custom-fields';
import { fieldError, Refusal, refuseFields } from '../../../shared/errors';
import type { CountryCode } from '../../../shared/phone';
import {
  lastChangeOf,
  mergeEdit,
  type EditValues,
  type FieldPath,
} from '../domain/contact/merge-edit';
import { validateContactInput } from '../domain/contact/validate';
import { readRefusal } from '../http/errors';
import { listRecentChanges } from '../repositories/contact-history';
import { loadSnapshot, type ContactSnapshot } from '../repositories/contact-snapshots';
import { loadViews } from '../repositories/contact-views';
import { listCustomFields } from '../repositories/custom-fields';
import { countChanges, findChangeBehind } from '../repositories/operation-parts';
import { readDefaultCountry } from '../repositories/settings';
import { inTransaction } from '../repositories/transaction';
import { dataOf, type Caller } from './contact-form';
import { findContact } from './contact-list';
import { findFormProblems } from './form-problems';
import { requireContactId } from './require-contact';

const CONTACT = 'api::contact.contact';

/** PUT /contacts/:documentId: absent fields keep their value, and nobody's change is lost. */
export async function editContact(
  strapi: Core.Strapi,
  documentId: string,
  { base = {}, ...body }: ContactEditBody,
  caller: Caller,
): Promise<ContactEditAnswer> {
  const editing = await findContact(strapi, documentId);
  const refuseProblems = () => refuseFormProblems(strapi, { body, base, editing }, caller);
  await refuseProblems();
  const context: Reading = {
    defaultCountry: await readDefaultCountry(strapi),
    definitions: await listCustomFields(strapi.db.connection),
    stored: editing,
  };
  const normalise = (values: ContactBody) => normalised(values, context);
  try {
    const saving = await inTransaction(strapi, async (trx) => {
      const contactId = await requireContactId(trx, documentId);
      const snapshot = await loadSnapshot(trx, contactId, { lock: true });
      if (!snapshot) throw new Refusal('contact.not-found');
      const merged = mergeEdit(valuesOf(snapshot), normalise(base), normalise(body));
      const paths = [...merged.conflicts, ...merged.meanwhile];
      const changes = paths.length > 0 ? await describeChanges(trx, contactId, paths) : [];
      if (merged.conflicts.length > 0) throw await conflictOf(trx, contactId, merged, changes);
      const { groups = body.groups } = merged;
      const number = (await countChanges(trx, [contactId])).get(contactId) ?? 0;
      const saved = await strapi.documents(CONTACT).update({
        // Not the one asked for: that may be the former id of a merged contact.
        documentId: editing.documentId,
        data: dataOf({ ...body, ...(groups && { groups }) }),
      });
      // It was merged into another one, or moved to the bin, while this edit was being checked.
      if (!saved) throw new Refusal('contact.not-found');
      return {
        meanwhile: changes,
        operationId: await findChangeBehind(trx, contactId, number),
      };
    });
    return { data: await findContact(strapi, documentId), ...saving };
  } catch (error) {
    // Somebody took a number in between; outside the transaction its owner can be named again.
    if (readRefusal(error)?.code === 'phone.taken') await refuseProblems();
    throw error;
  }
}

/** A group the editor only kept is no problem when somebody has deleted it since: it is simply gone. */
async function refuseFormProblems(
  strapi: Core.Strapi,
  { body, base, editing }: { body: ContactBody; base: ContactBody; editing: ContactView },
  caller: Caller,
): Promise<void> {
  const groups = body.groups?.filter((group) => !base.groups?.includes(group));
  const checked = { ...body, ...(groups && { groups }) };
  const [problems = []] = await findFormProblems(strapi, [checked], { ...caller, editing });
  if (problems.length > 0) throw refuseFields(problems);
}

interface Reading {
  defaultCountry: CountryCode | undefined;
  definitions: readonly CustomField[];
  stored: ContactView;
}

/** Values in the spelling they are stored in, so that only meanings are compared. */
function normalised(values: ContactBody, { definitions, ...context }: Reading): EditValues {
  const { category, groups, customFields, ...scalars } = values;
  const checked = validateContactInput(scalars, { ...context, definitions: [] });
  const fields = Object.entries(customFields ?? {}).map(([key, value]) => {
    const definition = definitions.find((one) => one.key === key);
    const reading = definition && readFieldValue(definition, value);
    return [key, reading?.ok ? reading.value : value] as const;
  });
  return {
    ...{ ...scalars, ...checked.values, category, groups },
    ...(customFields && { customFields: Object.fromEntries(fields) }),
  };
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function valuesOf({ attributes }: ContactSnapshot): EditValues {
  const { name, primaryContact, secondaryContact, email, notes, customFields } = attributes;
  return {
    ...{ name, primaryContact, secondaryContact, email, notes },
    category: attributes.category?.documentId ?? null,
    groups: attributes.groups.map(({ documentId }) => documentId),
    customFields: isRecord(customFields) ? customFields : null,
  };
}

async function describeChanges(
  trx: Knex,
  contactId: number,
  paths: FieldPath[],
): Promise<FieldChange[]> {
  const changes = await listRecentChanges(trx, contactId);
  return paths.map((path) => {
    const change = lastChangeOf(path, changes);
    return { path, by: change?.actor ?? null, at: change?.at.toISOString() ?? null };
  });
}

async function conflictOf(
  trx: Knex,
  contactId: number,
  { conflicts }: { conflicts: FieldPath[] },
  changes: FieldChange[],
): Promise<Refusal> {
  const [current] = await loadViews(trx, [contactId]);
  if (!current) return new Refusal('contact.not-found');
  return new Refusal(
    'contact.changed-meanwhile',
    conflicts.map((path) => fieldError(path, 'contact.changed-meanwhile')),
    undefined,
    { current, changes } satisfies EditConflict,
  );
}
