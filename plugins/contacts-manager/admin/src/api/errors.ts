import { editConflict, type EditConflict } from '../../../shared/contracts/contacts';
import { ERRORS, type ErrorCode, type FieldError } from '../../../shared/errors';

/** What went wrong, in the only distinctions a screen makes. */
export type ApiFailure =
  | { kind: 'offline' }
  | { kind: 'forbidden' }
  | { kind: 'not-found'; code: ErrorCode | null }
  | { kind: 'refused'; code: ErrorCode; fields: FieldError[] }
  | { kind: 'failed' };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export const isErrorCode = (value: unknown): value is ErrorCode =>
  typeof value === 'string' && value in ERRORS;

function readOwner(value: unknown): FieldError['owner'] {
  if (!isRecord(value)) return undefined;
  const { documentId, name, contactStatus } = value;
  return typeof documentId === 'string' &&
    typeof name === 'string' &&
    typeof contactStatus === 'string'
    ? { documentId, name, contactStatus }
    : undefined;
}

function readFieldError(value: unknown): FieldError | null {
  if (!isRecord(value) || !Array.isArray(value.path)) return null;
  const path = value.path.filter(
    (step): step is string | number => typeof step === 'string' || typeof step === 'number',
  );
  const code = isErrorCode(value.code) ? value.code : 'value.invalid';
  const message = typeof value.message === 'string' ? value.message : ERRORS[code];
  const owner = readOwner(value.owner);
  const phone = typeof value.phone === 'string' ? { phone: value.phone } : {};
  return { path, code, message, ...phone, ...(owner ? { owner } : {}) };
}

/** Field errors of a `details.errors` list; anything unreadable in it is left out. */
export const readFieldErrors = (list: unknown): FieldError[] =>
  Array.isArray(list)
    ? list.map(readFieldError).filter((error): error is FieldError => error !== null)
    : [];

/**
 * Turns what Strapi's base query hands over into one of the few things a screen can say.
 * A request that got no answer has neither status nor details: the browser throws a bare TypeError.
 */
export function readFailure(error: unknown): ApiFailure {
  if (!isRecord(error)) return { kind: 'failed' };
  if (error.name === 'TypeError' && error.status === undefined) return { kind: 'offline' };
  const details = isRecord(error.details) ? error.details : {};
  const code = isErrorCode(details.code) ? details.code : null;
  if (error.status === 401 || error.status === 403) return { kind: 'forbidden' };
  if (error.status === 404) return { kind: 'not-found', code };
  if (code) return { kind: 'refused', code, fields: readFieldErrors(details.errors) };
  return { kind: 'failed' };
}

/** Why a list cannot be sorted as asked; null for any other failure. */
export function readSortProblem(error: unknown): ErrorCode | null {
  const failure = readFailure(error);
  const fields = failure.kind === 'refused' ? failure.fields : [];
  return fields.find(({ path }) => path[0] === 'sort')?.code ?? null;
}

/** What stands in the way of a save, and at which fields; null for any other failure. */
export function readConflict(
  error: unknown,
): (EditConflict & { fields: FieldError['path'][] }) | null {
  const details = isRecord(error) && isRecord(error.details) ? error.details : {};
  if (details.code !== 'contact.changed-meanwhile') return null;
  const parsed = editConflict.safeParse(details);
  if (!parsed.success) return null;
  return { ...parsed.data, fields: readFieldErrors(details.errors).map(({ path }) => path) };
}
