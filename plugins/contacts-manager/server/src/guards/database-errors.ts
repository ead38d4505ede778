import { SQLITE_FORMAT, SQLITE_TAKEN } from '../database/phone-triggers';

/** What a database refused, in our words. `phone` is known on PostgreSQL only. */
export type DatabaseRefusal =
  | { kind: 'phone-taken'; phone: string | null }
  | { kind: 'phone-malformed' }
  | { kind: 'name-taken' }
  | { kind: 'value-invalid' }
  | { kind: 'retry' }
  | { kind: 'no-room' }
  | { kind: 'fault' };

interface DriverError {
  code: string;
  message: string;
  constraint?: string;
  detail?: string;
}

/** By shape: the native part of better-sqlite3 makes errors that need not be `instanceof` our Error. */
const isDriverError = (error: unknown): error is DriverError =>
  typeof error === 'object' &&
  error !== null &&
  'code' in error &&
  typeof error.code === 'string' &&
  'message' in error &&
  typeof error.message === 'string' &&
  (error.code.startsWith('SQLITE_') || ('severity' in error && error.code.length === 5));

/** PostgreSQL's classes 08, 53, 57: connection and resources; 40: serialization and deadlock; 55P03: lock. */
const RETRY = /^(40001|40P01|55P03|23503)$/;
/** Class 22: data exceptions, such as a NUL in a text or a number out of range; 23502: a null. */
const INVALID = /^(22...|23502|23514)$/;

/** `disk_full`. */
const NO_ROOM = '53100';

/** The unique indexes of the phone table, of both settings. */
const NUMBER_INDEXES = ['contact_phones_number', 'contact_phones_primary', 'contact_phones_once'];

function readPostgres(error: DriverError): DatabaseRefusal {
  if (NUMBER_INDEXES.includes(error.constraint ?? '')) {
    return {
      kind: 'phone-taken',
      phone: /=\((\+\d+)/.exec(error.detail ?? '')?.[1] ?? null,
    };
  }
  if (error.constraint === 'contact_phones_format') return { kind: 'phone-malformed' };
  const names = /_name_key_unique$|^contact_views_name$/;
  if (error.code === '23505' && names.test(error.constraint ?? '')) return { kind: 'name-taken' };
  // Any other key that exists already: an id or a link that somebody else has just written.
  if (RETRY.test(error.code) || error.code === '23505') return { kind: 'retry' };
  if (INVALID.test(error.code)) return { kind: 'value-invalid' };
  if (error.code === NO_ROOM) return { kind: 'no-room' };
  return { kind: 'fault' };
}

function readSqlite(error: DriverError): DatabaseRefusal {
  const { code, message } = error;
  if (message.includes(SQLITE_TAKEN) || message.includes('contact_phones.phone')) {
    return { kind: 'phone-taken', phone: null };
  }
  if (message.includes(SQLITE_FORMAT)) return { kind: 'phone-malformed' };
  if (code === 'SQLITE_CONSTRAINT_UNIQUE' && message.includes('.name_key')) {
    return { kind: 'name-taken' };
  }
  if (/^SQLITE_(BUSY|LOCKED|CONSTRAINT_(FOREIGNKEY|UNIQUE|PRIMARYKEY|ROWID))/.test(code)) {
    return { kind: 'retry' };
  }
  if (/^SQLITE_(CONSTRAINT_(NOTNULL|CHECK)|MISMATCH|TOOBIG)/.test(code)) {
    return { kind: 'value-invalid' };
  }
  if (code === 'SQLITE_FULL') return { kind: 'no-room' };
  return { kind: 'fault' };
}

/** Reads a driver's error by its code, never by its prose; null when it is no database error. */
export function readDatabaseError(error: unknown): DatabaseRefusal | null {
  if (!isDriverError(error)) return null;
  return error.code.startsWith('SQLITE_') ? readSqlite(error) : readPostgres(error);
}
