import { errors } from '@strapi/utils';
import { ERRORS, Refusal, type ErrorCode, type FieldError } from '../../../shared/errors';

/** What `details` of an answer holds; the admin client reads it. */
export interface RefusalDetails {
  code: ErrorCode;
  /** `name` is what Strapi's Content Manager looks for before it marks a field. */
  errors: (FieldError & { name: 'ValidationError' })[];
}

/** Codes about the record an address names. Everything else is a refusal of what was sent: 400. */
const NOT_FOUND: ReadonlySet<ErrorCode> = new Set([
  'contact.not-found',
  'category.not-found',
  'group.not-found',
  'import.not-found',
  'operation.not-found',
]);

/** The one place where a refusal becomes an answer of REST, GraphQL and the admin API. */
export function toStrapiError(
  refusal: Refusal,
): errors.NotFoundError<string, RefusalDetails> | errors.ValidationError<string, RefusalDetails> {
  const details: RefusalDetails = {
    code: refusal.code,
    errors: refusal.errors.map((problem) => ({ ...problem, name: 'ValidationError' })),
  };
  // A missing record inside a form (its category was deleted) is a problem of a field, not of the address.
  if (NOT_FOUND.has(refusal.code) && refusal.errors.length === 0) {
    return new errors.NotFoundError(refusal.message, details);
  }
  return new errors.ValidationError(refusal.message, details);
}

/** The same refusal for callers who may not know other contacts. */
export const withoutOwners = (refusal: Refusal): Refusal =>
  new Refusal(
    refusal.code,
    refusal.errors.map(({ path, code, message }) => ({ path, code, message })),
    refusal.message,
  );

/** Whether an error's details are those of a refusal that `toStrapiError` has turned already. */
export const isRefusalDetails = (details: unknown): details is RefusalDetails =>
  typeof details === 'object' &&
  details !== null &&
  'code' in details &&
  typeof details.code === 'string' &&
  Object.hasOwn(ERRORS, details.code) &&
  'errors' in details &&
  Array.isArray(details.errors);
