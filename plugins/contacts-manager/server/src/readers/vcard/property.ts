import { decodeBytes } from '../text/decode-bytes';
import { propertyName } from './content-lines';

/** One property of a card: `item1.TEL;TYPE=CELL;PREF=1:+91 98765 43210`. */
export interface Property {
  name: string;
  /** The TYPE values in capitals; in vCard 2.1 they stand alone. */
  types: string[];
  /** 1 is the best, as vCard 4.0 counts; null when the card does not say. */
  preference: number | null;
  /** Still escaped: commas and semicolons of the text stand behind a backslash. */
  value: string;
}

const ENCODED_BYTE = /=([0-9a-f]{2})/gi;

/** Null for a line without a value. */
export function parseProperty(line: string): Property | null {
  const [head, value] = splitHead(line);
  if (value === null) return null;
  const [, ...params] = splitParams(head).map(readParam);
  const valuesOf = (name: string) => params.flatMap((param) => (param[0] === name ? param[1] : []));
  const types = valuesOf('TYPE').map((type) => type.toUpperCase());
  const isQuoted = [...valuesOf('ENCODING'), ...types].some(
    (encoding) => encoding.toUpperCase() === 'QUOTED-PRINTABLE',
  );
  return {
    name: propertyName(line),
    types,
    preference: readPreference(valuesOf('PREF')[0], types),
    value: isQuoted ? decodeQuoted(value, valuesOf('CHARSET')[0]) : value,
  };
}

function splitHead(line: string): [head: string, value: string | null] {
  let isQuoted = false;
  for (let at = 0; at < line.length; at += 1) {
    if (line[at] === '"') isQuoted = !isQuoted;
    if (line[at] === ':' && !isQuoted) return [line.slice(0, at), line.slice(at + 1)];
  }
  return [line, null];
}

/** Parameter values in quotation marks may hold a semicolon (RFC 6350, 3.3). */
function splitParams(text: string): string[] {
  return text.match(/(?:"[^"]*"|[^;])+/g) ?? [];
}

function readParam(param: string): [name: string, values: string[]] {
  const at = param.indexOf('=');
  if (at === -1) return ['TYPE', [param.trim()]];
  const values = param
    .slice(at + 1)
    .replaceAll('"', '')
    .split(',');
  return [param.slice(0, at).trim().toUpperCase(), values.map((value) => value.trim())];
}

function readPreference(pref: string | undefined, types: readonly string[]): number | null {
  if (pref !== undefined && /^\d{1,3}$/.test(pref)) return Number(pref);
  return types.includes('PREF') ? 1 : null;
}

/** Bytes written as `=XX` (RFC 2045, 6.7) in the given charset, else in the one they turn out to be in. */
function decodeQuoted(text: string, charset = 'utf-8'): string {
  // Letters that stand for themselves have been decoded with the file.
  const isAscii = /^[\x00-\x7f]*$/.test(text);
  const bytes = Buffer.from(
    Buffer.from(text)
      .toString('latin1')
      .replace(ENCODED_BYTE, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );
  return tryDecode(bytes, isAscii ? charset : 'utf-8') ?? tryDecode(bytes, 'windows-1252') ?? text;
}

/** Null when the bytes are not in this charset, or nobody knows it. */
function tryDecode(bytes: Buffer, charset: string): string | null {
  try {
    return decodeBytes(bytes, charset, true);
  } catch {
    return null;
  }
}

/** The parts of a value between signs without a backslash, each as plain text. */
export function splitValue(value: string, sign: ',' | ';'): string[] {
  const parts: string[] = [];
  let part = '';
  for (const piece of value.match(/\\.|./gsu) ?? []) {
    if (piece === sign) {
      parts.push(part);
      part = '';
    } else part += piece;
  }
  return [...parts, part].map(plainText);
}

/** A value without the backslashes that RFC 6350, 3.4 puts in; those of vCard 2.1 mostly mean themselves. */
export const plainText = (value: string): string =>
  value.replace(/\\([nN,;:\\])/g, (_, char: string) => (/n/i.test(char) ? '\n' : char));
