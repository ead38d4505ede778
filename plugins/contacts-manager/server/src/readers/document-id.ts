import { randomBytes } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789';
const LETTERS = 26;
const LENGTH = 24;
const POOL_BYTES = 16 * 1024;

let pool = randomBytes(0);
let used = 0;

function nextByte(): number {
  if (used === pool.length) {
    pool = randomBytes(POOL_BYTES);
    used = 0;
  }
  return pool[used++] ?? 0;
}

/** Even over `size` characters: bytes beyond the last full multiple are thrown away. */
function nextCharacter(size: number): string {
  let byte = nextByte();
  while (byte >= 256 - (256 % size)) byte = nextByte();
  return ALPHABET.charAt(byte % size);
}

/**
 * A documentId in the form of Strapi's own (24 lower-case letters and digits, a letter first), with the
 * same randomness. Strapi's generator takes 40 µs each, four seconds for 100,000 rows.
 */
export function newDocumentId(): string {
  let id = nextCharacter(LETTERS);
  while (id.length < LENGTH) id += nextCharacter(ALPHABET.length);
  return id;
}
