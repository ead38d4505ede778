import { isAscii } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { TextDecoder } from 'node:util';
import { Refusal } from '../../../../shared/errors';
import { guessLegacyEncoding } from './legacy-encoding';
import { utf16Of } from './unicode';

/** Bytes of lines that say something about the encoding; more do not make it surer. */
const SAMPLE_BYTES = 64 * 1024;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/**
 * The encoding by byte order mark, else UTF-8 when the whole file is valid UTF-8, else what the bytes beyond ASCII
 * look like.
 * @throws Refusal `file.encoding` for zero bytes outside UTF-16
 */
export async function detectEncoding(path: string): Promise<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  const sample = new Sample();
  let isUtf8 = true;
  let isStart = true;
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
    const utf16 = isStart ? utf16Of(chunk) : null;
    if (utf16) return utf16;
    if (chunk.includes(0)) throw new Refusal('file.encoding');
    sample.add(chunk);
    isUtf8 &&= canDecode(utf8, chunk);
    isStart = false;
  }
  return isUtf8 && canDecode(utf8) ? 'utf-8' : guessLegacyEncoding(sample.take());
}

/** Collects the lines in which there are bytes beyond ASCII. */
class Sample {
  private readonly lines: Buffer[] = [];
  private size = 0;
  /** The beginning of a line that the next chunk goes on with: letters of two bytes must stay whole. */
  private rest: Buffer = Buffer.alloc(0);

  add(chunk: Buffer): void {
    if (this.size >= SAMPLE_BYTES) return;
    const bytes = Buffer.concat([this.rest, chunk]);
    const end = 1 + Math.max(bytes.lastIndexOf(LINE_FEED), bytes.lastIndexOf(CARRIAGE_RETURN));
    // A line longer than the sample is taken in pieces.
    const isWhole = end > 0 || bytes.length > SAMPLE_BYTES;
    this.rest = isWhole ? bytes.subarray(end || bytes.length) : bytes;
    if (isWhole) this.keep(bytes.subarray(0, end || bytes.length));
  }

  take(): Buffer {
    this.keep(this.rest);
    return Buffer.concat(this.lines);
  }

  private keep(bytes: Buffer): void {
    if (isAscii(bytes)) return;
    for (let start = 0; start < bytes.length && this.size < SAMPLE_BYTES;) {
      const next = bytes.indexOf(LINE_FEED, start) + 1 || bytes.length;
      const line = bytes.subarray(start, Math.min(next, start + SAMPLE_BYTES));
      start = next;
      if (isAscii(line)) continue;
      this.lines.push(line);
      this.size += line.length;
    }
  }
}

function canDecode(decoder: TextDecoder, chunk?: Buffer): boolean {
  try {
    decoder.decode(chunk, { stream: chunk !== undefined });
    return true;
  } catch {
    return false;
  }
}
