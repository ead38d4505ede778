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
  'field.not-found',
  'import.not-found',
  'import.row-not-found',
  'operation.not-found',
  'view.not-found',
  'note.not-found',
]);

/** The one place where a refusal becomes an answer of REST, GraphQL and the admin API. */
export function toStrapiError(
  refusal: Refusal,
): errors.NotFoundError<string, RefusalDetails> | errors.ValidationError<string, RefusalDetails> {
  const details: RefusalDetails = {
    ...refusal.details,
    code: refusal.code,
    errors: refusal.errors.map((problem) => ({ ...problem, name: 'ValidationError' })),
  };
  // A missing record inside a form (its category was deleted) is a problem of a field, not of the address.
  if (NOT_FOUND.has(refusal.code) && refusal.errors.length === 0) {
    return new errors.NotFoundError(refusal.message, details);
  }
  return new errors.ValidationError(refusal.message, details);
}

const isRefusalDetails = (details: unknown): details is RefusalDetails =>
  typeof details === 'object' &&
  details !== null &&
  'code' in details &&
  typeof details.code === 'string' &&
  Object.hasOwn(ERRORS, details.code) &&
  'errors' in details &&
  Array.isArray(details.errors);

/** The refusal behind an error of Strapi's that `toStrapiError` made; null for any other. */
export function readRefusal(error: unknown): Refusal | null {
  if (!(error instanceof errors.ApplicationError)) return null;
  const known: { details: unknown; message: string } = error;
  const { details, message } = known;
  return isRefusalDetails(details) ? new Refusal(details.code, details.errors, message) : null;
}
