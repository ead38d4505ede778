import { readDatabaseError } from './database-errors';

const postgres = (code: string) => ({ code, message: '', severity: 'ERROR' });
const sqlite = (code: string) => ({ code, message: '' });

it.each([
  [postgres('53100'), 'no-room'],
  [sqlite('SQLITE_FULL'), 'no-room'],
  [postgres('40P01'), 'retry'],
  [sqlite('SQLITE_BUSY_SNAPSHOT'), 'retry'],
  [postgres('22021'), 'value-invalid'],
  [sqlite('SQLITE_TOOBIG'), 'value-invalid'],
  [postgres('XX000'), 'fault'],
  [sqlite('SQLITE_CORRUPT'), 'fault'],
])('reads %o as %s', (error, kind) => {
  expect(readDatabaseError(error)).toEqual({ kind });
});

it('reads nothing into what no database has said', () => {
  expect(readDatabaseError(new Error('SQLITE_FULL'))).toBeNull();
  expect(readDatabaseError({ code: 'ENOSPC', message: '' })).toBeNull();
});
