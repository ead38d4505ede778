import { TextDecoder } from 'node:util';
import { createReadStream } from 'node:fs';
import { Refusal } from '../../../../shared/errors';
import { detectEncoding } from './detect-encoding';

/** Decoded text of a CSV or vCard file, and how much of the file it took. */
export interface DecodedText {
  chunks: AsyncGenerator<string>;
  bytesRead(): number;
}

/**
 * Text in the encoding that `detectEncoding` finds.
 * @throws Refusal `file.encoding` for zero bytes and for bytes that the encoding does not have
 */
export async function readText(path: string): Promise<DecodedText> {
  const encoding = await detectEncoding(path);
  const stream = createReadStream(path, { highWaterMark: 64 * 1024 });
  return {
    chunks: decodeStream(stream, new TextDecoder(encoding, { fatal: true })),
    bytesRead: () => stream.bytesRead,
  };
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
