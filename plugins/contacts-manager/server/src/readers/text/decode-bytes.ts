import { TextDecoder } from 'node:util';

/**
 * Bytes as text. Node takes windows-1252 for Latin-1 unless it is told that more may come, and makes control
 * characters of `€`, `š` and quotation marks.
 * @throws TypeError for bytes that the encoding does not have, when `fatal`; RangeError for an unknown encoding
 */
export function decodeBytes(bytes: Buffer, encoding: string, fatal = false): string {
  const decoder = new TextDecoder(encoding, { fatal });
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
