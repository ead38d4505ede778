import { TextDecoder } from 'node:util';
import { createReadStream } from 'node:fs';
import { Refusal } from '../../../shared/errors';

/** Decoded text of a CSV or vCard file, and how much of the file it took. */
export interface DecodedText {
  chunks: AsyncGenerator<string>;
  bytesRead(): number;
}

/**
 * Encoding by byte order mark, else UTF-8 when the whole file is valid UTF-8, else windows-1252, which
 * is what spreadsheet programs call "CSV".
 * @throws Refusal `file.encoding` for zero bytes and broken UTF-16
 */
export async function readText(path: string): Promise<DecodedText> {
  const encoding = await detectEncoding(path);
  const stream = createReadStream(path, { highWaterMark: 64 * 1024 });
  return {
    chunks: decodeStream(stream, new TextDecoder(encoding, { fatal: true })),
    bytesRead: () => stream.bytesRead,
  };
}

async function detectEncoding(path: string): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let isUtf8 = true;
  let isStart = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    if (isStart && chunk[0] === 0xff && chunk[1] === 0xfe) return 'utf-16le';
    if (isStart && chunk[0] === 0xfe && chunk[1] === 0xff) return 'utf-16be';
    if (chunk.includes(0)) throw new Refusal('file.encoding');
    isUtf8 &&= canDecode(utf8, chunk);
    isStart = false;
  }
  return isUtf8 && canDecode(utf8) ? 'utf-8' : 'windows-1252';
}

function canDecode(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}

async function* decodeStream(
  bytes: AsyncIterable<Buffer>,
  decoder: TextDecoder,
): AsyncGenerator<string> {
  for await (const chunk of bytes) yield decode(decoder, chunk);
  yield decode(decoder);
}

function decode(decoder: TextDecoder, chunk?: Buffer): string {
  let text: string;
  try {
    text = decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new Refusal('file.encoding');
  }
  if (text.includes('\u0000')) throw new Refusal('file.encoding');
  return text;
}
