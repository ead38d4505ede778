import fs from 'node:fs';
import { Writable } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { parse } from 'csv-parse/sync';
import exceljs from 'exceljs';
import { timed } from '../timing.mjs';

/**
 * The floor of an export, as a process of its own: `node write-workbook.mjs cells.csv` prints the milliseconds that
 * exceljs' stream writer takes for these cells, which are in memory before, into a stream that keeps nothing.
 */

/** The archive works only between two turns; without pauses it would all wait in memory. */
const ROWS_A_TURN = 500;

/** @type {string[][]} */
const rows = parse(fs.readFileSync(process.argv[2] ?? ''), { bom: true });

/** @param {Writable} stream */
async function write(stream) {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({
    stream,
    useStyles: true,
    useSharedStrings: false,
  });
  const sheet = workbook.addWorksheet('Contacts');
  sheet.columns = (rows[0] ?? []).map(() => ({ width: 24, style: { numFmt: '@' } }));
  for (const [index, cells] of rows.entries()) {
    sheet.addRow(cells.map((cell) => (cell === '' ? null : cell))).commit();
    if (index % ROWS_A_TURN === 0) await nextTurn();
  }
  await workbook.commit();
}

const { milliseconds } = await timed(() =>
  write(new Writable({ write: (_chunk, _encoding, done) => done() })),
);
console.log(JSON.stringify({ milliseconds, rows: rows.length }));
