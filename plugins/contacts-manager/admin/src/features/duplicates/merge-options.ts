import type { ContactView } from '../../../../shared/contracts/contacts';
import { fieldKeysOf, joinNotes, numbersOf, type MergeChoice } from '../../../../shared/merge';

/** One value that can stay. Radios carry positions, because values may be empty or long. */
export interface Option<Value> {
  value: Value;
  /** Null where the value is empty. */
  text: string | null;
}

export type Scalar = 'name' | 'email' | 'category' | 'notes';

/** The different values of a field; one alone is nothing to choose. */
function distinct<Value>(options: Option<Value>[]): Option<Value>[] {
  return options.filter(
    (option, index) => options.findIndex(({ text }) => text === option.text) === index,
  );
}

const textOption = (value: string | null): Option<string | null> => ({
  value,
  text: value || null,
});

export function optionsOf(
  field: Scalar,
  [left, right]: readonly [ContactView, ContactView],
): Option<string | null>[] {
  if (field === 'category') {
    return distinct(
      [left, right].map(({ category }) => ({
        value: category?.documentId ?? null,
        text: category?.name ?? null,
      })),
    );
  }
  return distinct([textOption(left[field]), textOption(right[field])]);
}

export const joinedNotes = ([left, right]: readonly [ContactView, ContactView]): string | null =>
  joinNotes(left.notes, right.notes);

/** What a custom field holds, for people. */
const fieldText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map(String).join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
};

/** Custom fields in which the two differ. */
export const fieldOptionsOf = ([left, right]: readonly [ContactView, ContactView]): {
  key: string;
  options: Option<unknown>[];
}[] =>
  fieldKeysOf(left, right)
    .map((key) => ({
      key,
      options: distinct(
        [left, right].map(({ customFields }) => ({
          value: customFields?.[key] ?? null,
          text: fieldText(customFields?.[key]),
        })),
      ),
    }))
    .filter(({ options }) => options.length > 1);

/** A filled value before an empty one, the first contact's before the other's. */
const preferred = <Value>(options: Option<Value>[]): Value | undefined =>
  (options.find(({ text }) => text !== null) ?? options[0])?.value;

/** What is chosen when the dialog opens: nothing that fits is lost. */
export function firstChoice(contacts: readonly [ContactView, ContactView]): MergeChoice {
  const [left] = contacts;
  const second = numbersOf(...contacts).find((phone) => phone !== left.primaryContact);
  return {
    name: left.name,
    primaryContact: left.primaryContact,
    secondaryContact: left.secondaryContact ?? second ?? null,
    email: preferred(optionsOf('email', contacts)) ?? null,
    category: preferred(optionsOf('category', contacts)) ?? null,
    notes: joinedNotes(contacts) ?? preferred(optionsOf('notes', contacts)) ?? null,
    customFields: Object.fromEntries(
      fieldOptionsOf(contacts).map(({ key, options }) => [key, preferred(options)]),
    ),
  };
}
