import { DUPLICATE_REASONS, type DuplicateReason } from '../../../../shared/contracts/duplicates';
import { fold } from '../../../../shared/text';
import { areNear, partsOf } from './near-numbers';
import { areVariants, canonicalNumber } from './number-variants';

/** What is compared of a contact. */
export interface ComparedContact {
  name: string;
  primaryContact: string;
  secondaryContact: string | null;
  email: string | null;
}

/** Rows that plain SQL wrote may lack anything. */
const emailOf = ({ email }: ComparedContact): string => (email ?? '').trim().toLowerCase();
const nameOf = ({ name }: ComparedContact): string => fold(name).trim().replace(/\s+/gu, ' ');
const phonesOf = ({ primaryContact, secondaryContact }: ComparedContact): string[] =>
  [primaryContact, secondaryContact].filter((phone) => phone !== null);

const somePair = (
  left: ComparedContact,
  right: ComparedContact,
  test: (one: string, other: string) => boolean,
): boolean => phonesOf(left).some((one) => phonesOf(right).some((other) => test(one, other)));

const TESTS: Record<DuplicateReason, (left: ComparedContact, right: ComparedContact) => boolean> = {
  'number-variant': (left, right) => somePair(left, right, areVariants),
  email: (left, right) => emailOf(left) !== '' && emailOf(left) === emailOf(right),
  'name-near-number': (left, right) =>
    nameOf(left) !== '' && nameOf(left) === nameOf(right) && somePair(left, right, areNear),
};

/** Why these two are likely one person, the surest reason first; empty when nothing says so. */
export const reasonsFor = (left: ComparedContact, right: ComparedContact): DuplicateReason[] =>
  DUPLICATE_REASONS.filter((reason) => TESTS[reason](left, right));

const WEIGHTS: Record<DuplicateReason, number> = {
  'number-variant': 4,
  email: 2,
  'name-near-number': 1,
};

/** Order of the queue: more and surer reasons first. */
export const weightOf = (reasons: readonly DuplicateReason[]): number =>
  reasons.reduce((sum, reason) => sum + WEIGHTS[reason], 0);

const BASE = 36;

/** FNV-1a in two halves: short keys, and who meets by chance only is told apart by `reasonsFor`. */
function hash(text: string): string {
  let high = 0x811c9dc5;
  let low = 0x01000193;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 0x01000193) >>> 0;
    low = Math.imul(low ^ (code + at), 0x85ebca6b) >>> 0;
  }
  return high.toString(BASE) + low.toString(BASE);
}

/** The key that all contacts with one address share; null without one. */
export function emailKeyOf(contact: ComparedContact): string | null {
  const email = emailOf(contact);
  return email === '' ? null : `e${hash(email)}`;
}

export const isEmailKey = (key: string): boolean => key.startsWith('e');

/** Texts of which two contacts have at least one in common if there is a reason to think them one person. */
export function keysOf(contact: ComparedContact): string[] {
  const name = nameOf(contact);
  const email = emailKeyOf(contact);
  const phones = phonesOf(contact);
  const canonical = phones.map(canonicalNumber).filter((phone) => phone !== null);
  return [
    ...new Set([
      ...(email === null ? [] : [email]),
      ...canonical.map((phone) => `p${hash(phone)}`),
      ...(name === '' ? [] : phones.flatMap(partsOf).map((part) => `n${hash(`${name}|${part}`)}`)),
    ]),
  ];
}
