/**
 * Numbers that one and the same phone is written by, because its country changed how mobile numbers are
 * written and old spellings live on in address books. Each rule names the plan it comes from.
 */
interface VariantRule {
  pattern: RegExp;
  /** The spelling all variants are compared by; groups of the pattern. */
  canonical: string;
}

const RULES: VariantRule[] = [
  // Brazil: mobile numbers of eight digits, which begin with 6 to 9, got a 9 in front, region by region until
  // 2016 (Anatel, Resolução nº 553/2010).
  { pattern: /^\+55([1-9][1-9])9?([6-9]\d{7})$/, canonical: '+55$1$2' },
  // Mexico: calls from abroad to mobiles took a 1 behind the country code until August 2019 (IFT, Plan Técnico
  // Fundamental de Numeración of 2018).
  { pattern: /^\+521?([2-9]\d{9})$/, canonical: '+52$1' },
  // Argentina: calls from abroad to mobiles take a 9 behind the country code, national spellings do not have
  // it; area code and number together have ten digits (Plan Fundamental de Numeración Nacional, SC 46/1997).
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
