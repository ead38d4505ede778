import { timed } from '../timing.mjs';
import { parsePeople, rowsOf } from './people.mjs';
import { readWorkbook } from './read-workbook.mjs';
import { openPostgresFloor } from './write-postgres.mjs';
import { openSqliteFloor } from './write-sqlite.mjs';

/**
 * The floor of an import, as a process of its own: `node run.mjs '{"workbook", "database"}'` prints the
 * milliseconds that reading, parsing numbers and writing took. It checks nothing, stages nothing, cannot
 * be resumed, and holds everything in memory.
 */

/** @typedef {{ read: number, phones: number, write: number, rows: number, peakMb: number }} FloorTimes */

/** @type {{ workbook: string, database: import('../../../scripts/lib/server-process.mjs').Database }} */
const { workbook, database } = JSON.parse(process.argv[2] ?? '');

const read = await timed(() => readWorkbook(workbook));
const phones = await timed(async () => parsePeople(read.result));
const people = phones.result;
const target =
  database.client === 'sqlite'
    ? openSqliteFloor(database.filename)
    : await openPostgresFloor(database.url);
const write = await timed(async () => {
  const names = await target.ensureNames(
    [...new Set(people.map(({ category }) => category))].filter(Boolean),
    [...new Set(people.flatMap(({ groups }) => groups))],
  );
  await target.write(rowsOf(people, names, (await target.lastContactId()) + 1));
});
await target.close();

/** @type {FloorTimes} */
const times = {
  read: read.milliseconds,
  phones: phones.milliseconds,
  write: write.milliseconds,
  rows: people.length,
  peakMb: process.resourceUsage().maxRSS / 1024,
};
console.log(JSON.stringify(times));
