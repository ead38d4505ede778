import { fieldError, Refusal, refuseFields } from '../../../shared/errors';
import { readDatabaseError } from './database-errors';

/** What a person can do something about; null for a fault, which ends as a bare 500. */
export function refusalOfDatabase(error: unknown): Refusal | null {
  const kind = readDatabaseError(error)?.kind;
  if (kind === 'phone-taken') return new Refusal('phone.taken');
  if (kind === 'name-taken') return refuseFields([fieldError(['name'], 'name.taken')]);
  if (kind === 'retry') return new Refusal('conflict.retry');
  if (kind === 'no-room') return new Refusal('database.no-room');
  if (kind === 'value-invalid') return new Refusal('value.invalid');
  return null;
}
