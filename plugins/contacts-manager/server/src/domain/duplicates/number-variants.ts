/**
 * Numbers that one and the same phone is written by, because its country changed how mobile numbers are
 * written and old spellings live on in address books. Each rule names the plan it comes from.
 */
interface VariantRule {
  pattern: RegExp;
  /** The spelling all variants are compared by; groups of the pattern. */
  canonical: string;
}

/**
 * Old spellings are no valid numbers any more, so that no form, import or application stores the ones of Brazil
 * and Mexico: these rules find those that were written by other means, such as plain SQL.
 */
const RULES: VariantRule[] = [
  // Brazil: mobile numbers of eight digits that began with 6, 8 or 9 got a 9 in front, region by region until
  // November 2016; those that begin with 7 are of trunking services and kept eight (Anatel, Resolução nº
  // 553/2010).
  { pattern: /^\+55([1-9][1-9])9?([689]\d{7})$/, canonical: '+55$1$2' },
  // Mexico: calls from abroad to mobiles took a 1 behind the country code until 3 August 2019 (IFT, Plan Técnico
  // Fundamental de Numeración, Diario Oficial de la Federación of 11 May 2018).
  { pattern: /^\+521?([2-9]\d{9})$/, canonical: '+52$1' },
  // Argentina: calls from abroad to mobiles take a 9 behind the country code, national spellings do not have
  // it; area code and number together have ten digits (Plan Fundamental de Numeración Nacional, Secretaría de
  // Comunicaciones, Resolución 46/97).
  { pattern: /^\+549?([1-9]\d{9})$/, canonical: '+54$1' },
];

/** One spelling for all variants of a number (E.164); null where the country has none. */
export function canonicalNumber(phone: string): string | null {
  const rule = RULES.find(({ pattern }) => pattern.test(phone));
  return rule ? phone.replace(rule.pattern, rule.canonical) : null;
}

/** Two different numbers that are variants of one. */
export function areVariants(left: string, right: string): boolean {
  if (left === right) return false;
  const canonical = canonicalNumber(left);
  return canonical !== null && canonical === canonicalNumber(right);
}
