import type { Core } from '@strapi/strapi';
import type { ContactBody } from '../../../shared/contracts/contacts';
import { fieldError, type FieldError } from '../../../shared/errors';
import { readCountry } from '../../../shared/phone';
import { PHONE_SLOTS, slotsConflict, type Uniqueness } from '../../../shared/uniqueness';
import { findRepeats } from '../domain/contact/find-repeats';
import {
  validateContactInput,
  type ContactValues,
  type StoredValues,
} from '../domain/contact/validate';
import { listCustomFields } from '../repositories/custom-fields';
import { findNamedRecords } from '../repositories/named-records';
import { findPhoneOwners, type PhoneOwner } from '../repositories/phone-owners';
import { readSettings } from '../repositories/settings';

export interface FormContext {
  /** Whether the caller may see who holds a number that is taken. */
  showOwners: boolean;
  /** The contact being edited: its numbers are free to it, and absent fields keep their value. */
  editing?: (StoredValues & { documentId: string }) | null;
  /** Fields that are not there yet are no problem: somebody is still typing. */
  partial?: boolean;
}

const NOTHING_STORED: StoredValues = {
  primaryContact: '',
  secondaryContact: null,
  customFields: null,
};

/** Every problem of every entry, with paths inside the entry. */
export async function findFormProblems(
  strapi: Core.Strapi,
  entries: ContactBody[],
  context: FormContext,
): Promise<FieldError[][]> {
  const stored = context.editing ?? (context.partial ? NOTHING_STORED : null);
  const { defaultCountry, uniqueness } = await readSettings(strapi);
  const definitions = await listCustomFields(strapi.db.connection);
  const country = readCountry(defaultCountry);
  const checked = entries.map((entry) =>
    validateContactInput(entry, { defaultCountry: country, definitions, stored }),
  );
  const values = checked.map((result) => result.values);
  const repeats = findRepeats(values, uniqueness);
  const taken = await findTaken(strapi, values, { ...context, uniqueness });
  const unknown = await findUnknownRecords(strapi, entries);
  return checked.map((result, index) => {
    const repeated = repeats[index] ?? [];
    const isRepeated = new Set(repeated.map(({ path }) => path[0]));
    return [
      ...(result.ok ? [] : result.errors),
      ...repeated,
      // One sentence a field: that it stands twice here comes before that somebody has it.
      ...(taken[index] ?? []).filter(({ path }) => !isRepeated.has(path[0] ?? '')),
      ...(unknown[index] ?? []),
    ];
  });
}

async function findTaken(
  strapi: Core.Strapi,
  entries: ContactValues[],
  { editing, showOwners, uniqueness }: FormContext & { uniqueness: Uniqueness },
): Promise<FieldError[][]> {
  const fields = ['primaryContact', 'secondaryContact'] as const;
  const phones = entries.flatMap((entry) => fields.map((field) => entry[field]));
  const owners = await findPhoneOwners(
    strapi.db.connection,
    phones.filter((phone) => typeof phone === 'string'),
  );
  const problemOf = (field: string, owner: PhoneOwner): FieldError => {
    const { documentId, name, contactStatus } = owner;
    const problem = fieldError([field], 'phone.taken');
    return showOwners ? { ...problem, owner: { documentId, name, contactStatus } } : problem;
  };
  return entries.map((entry) =>
    fields.flatMap((field) => {
      const owner = (owners.get(entry[field] ?? '') ?? []).find(
        ({ documentId, slot }) =>
          documentId !== editing?.documentId && slotsConflict(uniqueness, PHONE_SLOTS[field], slot),
      );
      return owner ? [problemOf(field, owner)] : [];
    }),
  );
}

/** Categories and groups that somebody deleted while the form was open. */
async function findUnknownRecords(
  strapi: Core.Strapi,
  entries: ContactBody[],
): Promise<FieldError[][]> {
  const knex = strapi.db.connection;
  const asked = {
    category: [...new Set(entries.flatMap(({ category }) => category ?? []))],
    group: [...new Set(entries.flatMap(({ groups }) => groups ?? []))],
  };
  const known = new Set(
    [
      ...(await findNamedRecords(knex, 'category', asked.category)),
      ...(await findNamedRecords(knex, 'group', asked.group)),
    ].map((record) => record?.documentId),
  );
  return entries.map(({ category, groups }) => [
    ...(category && !known.has(category) ? [fieldError(['category'], 'category.not-found')] : []),
    ...((groups ?? []).some((group) => !known.has(group))
      ? [fieldError(['groups'], 'group.not-found')]
      : []),
  ]);
}
