import { Refusal } from '../../../../shared/errors';
import type { Person, PersonPhone } from '../../domain/import/person-cells';
import { parseProperty, plainText, splitValue, type Property } from './property';

/** Properties of one card, those of cards within it included; a card as programs write it has a few dozen. */
const MAX_PROPERTIES = 5_000;
/** Characters of what is read of one card; photos do not count. */
const MAX_CARD = 2_000_000;

const NO_PREFERENCE = 101;
const MOBILE = ['CELL', 'MOBILE', 'IPHONE'];

/** Puts the properties of cards together, one card after the other. */
export class CardReader {
  private properties: Property[] = [];
  private read = { properties: 0, chars: 0 };
  private depth = 0;
  /** vCard 2.1 writes the card of somebody's agent into theirs, behind this property. */
  private isAgent = false;

  /**
   * The person, when the line ends a card.
   * @throws Refusal `file.corrupt` when a card begins within another one, `file.too-complex`
   */
  add(line: string): Person | null {
    const property = parseProperty(line);
    if (!property) return null;
    const { name, value } = property;
    const isCard = value.trim().toUpperCase() === 'VCARD';
    if (name === 'BEGIN' && isCard) this.begin();
    else if (name === 'END' && isCard) return this.finish();
    else if (this.depth > 0) this.keep(property);
    if (this.depth > 0) this.count(line);
    return null;
  }

  /** @throws Refusal `file.corrupt` when the last card has no end */
  end(): void {
    if (this.depth > 0) throw new Refusal('file.corrupt');
  }

  private begin(): void {
    if (this.depth > 0 && !this.isAgent) throw new Refusal('file.corrupt');
    this.isAgent = false;
    this.depth += 1;
  }

  private finish(): Person | null {
    if (this.depth === 0) return null;
    this.depth -= 1;
    if (this.depth > 0) return null;
    const person = personOf(this.properties);
    this.properties = [];
    this.read = { properties: 0, chars: 0 };
    return person;
  }

  private keep(property: Property): void {
    const { name, value } = property;
    this.isAgent = name === 'AGENT' && value.trim() === '';
    if (name === 'AGENT' && /^\s*BEGIN:VCARD\s*$/i.test(value)) this.depth += 1;
    else if (this.depth === 1) this.properties.push(property);
  }

  private count(line: string): void {
    this.read.properties += 1;
    this.read.chars += line.length;
    if (this.read.properties > MAX_PROPERTIES || this.read.chars > MAX_CARD)
      throw new Refusal('file.too-complex');
  }
}

/** Google says so of everyone. */
const EVERYBODY = 'myContacts';

function personOf(properties: readonly Property[]): Person {
  const named = (name: string) => properties.filter((property) => property.name === name);
  const texts = (name: string) => named(name).flatMap(({ value }) => filled([plainText(value)]));
  return {
    name: texts('FN')[0] ?? named('N').map(joinedName)[0] ?? '',
    phones: byPreference(named('TEL'), isMobile).map(phoneOf),
    emails: byPreference(named('EMAIL')).flatMap(({ value }) => filled([plainText(value)])),
    groups: named('CATEGORIES')
      .flatMap(({ value }) => filled(splitValue(value, ',')))
      .filter((name) => name !== EVERYBODY),
    notes: texts('NOTE'),
  };
}

const filled = (texts: readonly string[]): string[] =>
  texts.map((text) => text.trim()).filter((text) => text !== '');

/** Family, given and additional names as N lists them, in the order in which most people say them. */
function joinedName({ value }: Property): string {
  const [family = '', given = '', additional = ''] = splitValue(value, ';');
  return filled([given, additional, family]).join(' ');
}

const isMobile = ({ types }: Property): boolean => types.some((type) => MOBILE.includes(type));

/** The preferred ones first, then those that `isBetter` picks, otherwise in the order of the card. */
function byPreference(
  properties: readonly Property[],
  isBetter: (property: Property) => boolean = () => false,
): Property[] {
  const rank = (property: Property) =>
    (property.preference ?? NO_PREFERENCE) * 2 + (isBetter(property) ? 0 : 1);
  return properties.toSorted((a, b) => rank(a) - rank(b));
}

function phoneOf({ types, value }: Property): PersonPhone {
  const text = plainText(value).trim();
  if (types.some((type) => type.includes('FAX'))) return { text, device: 'fax' };
  return types.includes('PAGER') ? { text, device: 'pager' } : { text };
}
