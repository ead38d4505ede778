import { emailSchema, nameSchema, notesSchema } from '../../../../shared/contact';
import { ERRORS, type ErrorCode, type FieldError } from '../../../../shared/errors';
import { parsePhone, type CountryCode, type E164 } from '../../../../shared/phone';
import { findFieldProblems, NO_RULES, type FieldRules } from './custom-values';
import type { Entry, EntryField } from './entries';

export interface FieldProblem {
  code: ErrorCode;
  /** Who holds a taken number. */
  owner?: FieldError['owner'];
  /** What there is no category or group for. */
  names?: string[];
}

export type EntryProblems = Partial<Record<EntryField, FieldProblem>>;

interface Parsed {
  success: boolean;
  error?: { issues: { message: string }[] };
}

/** The shared schemas carry codes as messages. */
function schemaProblem(parsed: Parsed, fallback: ErrorCode): FieldProblem | undefined {
  if (parsed.success) return undefined;
  const message = parsed.error?.issues[0]?.message;
  const code = Object.keys(ERRORS).find((known): known is ErrorCode => known === message);
  return { code: code ?? fallback };
}

interface Phones {
  primary: E164 | null;
  secondary: E164 | null;
  problems: EntryProblems;
}

function readPhones(entry: Entry, defaultCountry: CountryCode | undefined): Phones {
  const reading = defaultCountry ? { defaultCountry } : {};
  const problems: EntryProblems = {};
  const primary = parsePhone(entry.primaryContact, reading);
  if (!primary.ok) problems.primaryContact = { code: primary.code };
  const secondary = entry.secondaryContact.trim()
    ? parsePhone(entry.secondaryContact, reading)
    : null;
  if (secondary && !secondary.ok) problems.secondaryContact = { code: secondary.code };
  if (primary.ok && secondary?.ok && primary.phone === secondary.phone) {
    problems.secondaryContact = { code: 'phone.same-as-primary' };
  }
  return {
    primary: primary.ok ? primary.phone : null,
    secondary: secondary?.ok ? secondary.phone : null,
    problems,
  };
}

function unknownNames({ unknown }: Entry): EntryProblems {
  return {
    ...(unknown?.category !== undefined && {
      category: { code: 'category.unknown', names: [unknown.category] },
    }),
    ...(unknown?.groups && { groups: { code: 'group.unknown', names: unknown.groups } }),
  };
}

/** Drops fields without a problem, so that an entry is right exactly when nothing is left. */
const compact = (problems: Record<string, FieldProblem | undefined>): EntryProblems =>
  Object.fromEntries(Object.entries(problems).filter(([, problem]) => problem !== undefined));

/**
 * What the server would refuse, found while one types: field by field, and numbers that two entries share.
 * Of a repeated number the first entry keeps it; the later one is the problem.
 */
export function validateEntries(
  entries: readonly Entry[],
  defaultCountry: CountryCode | undefined,
  rules: FieldRules = NO_RULES,
): EntryProblems[] {
  const seen = new Set<E164>();
  return entries.map((entry) => {
    const { primary, secondary, problems } = readPhones(entry, defaultCountry);
    if (primary && seen.has(primary)) problems.primaryContact = { code: 'phone.repeated' };
    // Where secondary numbers may be shared, only primary ones exclude each other.
    const excluding = rules.uniqueness === 'primary' ? null : secondary;
    if (excluding && seen.has(excluding)) problems.secondaryContact = { code: 'phone.repeated' };
    for (const phone of [primary, excluding]) if (phone) seen.add(phone);
    return compact({
      name: schemaProblem(nameSchema.safeParse(entry.name), 'name.invalid'),
      email: schemaProblem(emailSchema.safeParse(entry.email), 'email.invalid'),
      ...unknownNames(entry),
      notes: schemaProblem(notesSchema.safeParse(entry.notes), 'notes.invalid'),
      ...problems,
      ...findFieldProblems(entry.customFields, rules),
    });
  });
}
