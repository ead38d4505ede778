import { TextDecoder } from 'node:util';

/** Shorter text without a byte order mark could be anything. */
const MIN_BYTES = 64;

type Utf16 = 'utf-16le' | 'utf-16be';

/** By the byte order mark, else when every sign of it is there. */
export function utf16Of(head: Buffer): Utf16 | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return unmarkedUtf16Of(head);
}

/**
 * Without the mark UTF-16 shows in ASCII signs, line breaks and commas at least, of which one byte is zero: always
 * the first or always the second of two. What comes out must be text as well.
 */
function unmarkedUtf16Of(head: Buffer): Utf16 | null {
  if (head.length < MIN_BYTES) return null;
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const isMostly = Math.max(even, odd) * 4 > head.length;
  if (!isMostly || Math.min(even, odd) > 0) return null;
  const encoding = odd > 0 ? 'utf-16le' : 'utf-16be';
  return isText(head.subarray(0, head.length & ~1), encoding) ? encoding : null;
}

function isText(bytes: Buffer, encoding: Utf16): boolean {
  // The last letter may be cut in half, which is no reason to doubt the rest.
  const text = new TextDecoder(encoding).decode(bytes, { stream: true });
  return !/[\p{Co}\p{Cn}\ufffd]|(?![\t\r\n])\p{Cc}/u.test(text);
}
