import { Refusal } from '../../../../shared/errors';

/** Four times what a spreadsheet program allows in a cell (32,767), for writers that count otherwise. */
const MAX_CELL = 131_068;

/** Joins the runs of a cell's text. @throws Refusal `file.too-complex` */
export function joinRuns(text: string, run: string): string {
  if (text.length + run.length > MAX_CELL) throw new Refusal('file.too-complex');
  return text + run;
}

/** 15 digits is what a spreadsheet keeps of a number, and what E.164 allows. */
const MAX_EXACT = 999_999_999_999_999;
const SECONDS_PER_DAY = 86_400;
/** 9999-12-31, the last day a spreadsheet knows. */
const LAST_DAY = 2_958_465;
const MS_PER_DAY = SECONDS_PER_DAY * 1000;

/**
 * Text of a number cell without loss: whole numbers up to 15 digits in full (`9.19876543210E11` is a
 * phone number), longer ones as scientific text, which the phone parser refuses as shortened.
 */
export function numberText(raw: string): string {
  if (raw.length <= 15 && /^\d+$/.test(raw)) return raw;
  const value = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(value)) return raw;
  if (!Number.isInteger(value)) return String(Number(value.toPrecision(15)));
  return Math.abs(value) <= MAX_EXACT ? String(value) : value.toExponential();
}

/** ISO text of a number in a cell with a date format, such as `2026-03-01` or `2026-03-01T09:30:00`. */
export function dateText(raw: string, is1904: boolean): string {
  const serial = Number(raw);
  if (raw.trim() === '' || !Number.isFinite(serial) || serial < 0 || serial > LAST_DAY + 1) {
    return numberText(raw);
  }
  const seconds = Math.round(serial * SECONDS_PER_DAY);
  const day = Math.floor(seconds / SECONDS_PER_DAY);
  const time = isoTime(seconds % SECONDS_PER_DAY);
  if (seconds % SECONDS_PER_DAY === 0) return isoDay(day, is1904);
  return day === 0 ? time : `${isoDay(day, is1904)}T${time}`;
}

/** Serial days as in ECMA-376 part 1, 18.17.4.1: 1900 is taken for a leap year, so day 60 never was. */
function isoDay(day: number, is1904: boolean): string {
  if (!is1904 && day === 60) return '1900-02-29';
  const epoch = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(epoch + day * MS_PER_DAY).toISOString().slice(0, 10);
}

const isoTime = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

/**
 * `_x000D_` stands for a character that XML cannot hold (ECMA-376 part 1, 22.9.2.19, ST_Xstring). Zero
 * and half a surrogate pair can be written so as well; no database takes them.
 */
export const decodeEscapes = (text: string): string =>
  text.includes('_x')
    ? text
        .replace(/_x([0-9A-Fa-f]{4})_/g, (_match, hex: string) =>
          String.fromCharCode(parseInt(hex, 16)),
        )
        .replace(/\u0000/g, '')
        .replace(/\p{Cs}/gu, '\ufffd')
    : text;
