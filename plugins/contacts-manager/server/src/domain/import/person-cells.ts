import {
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportField,
} from '../../../../shared/import-fields';
import { parsePhone, type CountryCode } from '../../../../shared/phone';
import { asciiDigits } from '../../../../shared/text';
import { joinGroups } from './groups-cell';

/** A person as an address book keeps them, with any number of numbers, best first. */
export interface Person {
  name: string;
  phones: PersonPhone[];
  emails: string[];
  groups: string[];
  notes: string[];
}

export interface PersonPhone {
  text: string;
  /** Nobody reads messages there: such a number is kept in the notes only. */
  device?: 'fax' | 'pager';
}

export const TEMPLATE_HEADERS: readonly string[] = IMPORT_FIELD_NAMES.map(
  (field) => IMPORT_FIELDS[field].header,
);

/** A person's cells under the template's headers. Numbers and addresses beyond its columns go to the notes. */
export function personCells(person: Person, defaultCountry: CountryCode | undefined): string[] {
  const phones = distinctPhones(person.phones, defaultCountry);
  const [primary, secondary, ...more] = phones.filter(({ device }) => !device);
  const [email, ...moreEmails] = distinctBy(person.emails, (text) => text.toLowerCase());
  const others = [...more, ...phones.filter(({ device }) => device)];
  const cells: Record<ImportField, string> = {
    name: person.name,
    category: '',
    primaryContact: primary?.text ?? '',
    secondaryContact: secondary?.text ?? '',
    email: email ?? '',
    groups: joinGroups(person.groups.map((name) => name.trim()).filter((name) => name !== '')),
    notes: [
      ...person.notes,
      ...noteLine('Other numbers', others.map(writtenPhone)),
      ...noteLine('Other e-mail addresses', moreEmails),
    ].join('\n'),
  };
  return IMPORT_FIELD_NAMES.map((field) => cells[field]);
}

const noteLine = (title: string, values: string[]): string[] =>
  values.length > 0 ? [`${title}: ${values.join(', ')}`] : [];

const writtenPhone = ({ text, device }: PersonPhone): string =>
  device ? `${text} (${device})` : text;

function distinctPhones(
  phones: readonly PersonPhone[],
  defaultCountry: CountryCode | undefined,
): PersonPhone[] {
  const filled = phones.filter(({ text }) => text.trim() !== '');
  if (filled.length < 2) return filled;
  return distinctBy(filled, ({ text }) => phoneKey(text, defaultCountry));
}

/** Address books keep a number in several spellings, one for each service that wrote it. */
function phoneKey(text: string, defaultCountry: CountryCode | undefined): string {
  const parsed = parsePhone(text, {
    ...(defaultCountry ? { defaultCountry } : {}),
    allowBareInternational: true,
  });
  if (parsed.ok) return parsed.phone;
  return asciiDigits(text).replace(/\D/g, '') || text;
}

function distinctBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    if (!byKey.has(key)) byKey.set(key, item);
  }
  return [...byKey.values()];
}
