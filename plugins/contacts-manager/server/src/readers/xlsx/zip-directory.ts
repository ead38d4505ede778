import { crc32 } from 'node:zlib';
import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../../../../shared/errors';

const MAX_ENTRIES = 2_000;
/** Sheets of empty styled rows reach 60:1, a hostile part 1,032:1 (the most that deflate can do). */
const MAX_RATIO = 250;
/** Below this size a high ratio harms nobody. */
const RATIO_FREE_BYTES = 10 * 1024 * 1024;
const STORED = 0;
const DEFLATED = 8;

/** A zip whose directory has been checked; parts are found by name without regard to case (OPC 6.2.2). */
export interface ZipParts {
  has(name: string): boolean;
  /** Inflated bytes that the directory declares; 0 when there is no such part. */
  sizeOf(name: string): number;
  /** Inflated bytes of one part; a part that is longer, shorter or other than declared is `file.corrupt`. */
  read(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

/**
 * Opens a zip and checks its directory before a byte is inflated: number of entries, names, overlaps,
 * declared sizes and ratios.
 * @throws Refusal `file.corrupt`, `file.encrypted` or `file.too-complex`
 */
export async function openZip(path: string, maxInflatedBytes = Infinity): Promise<ZipParts> {
  const zip = await openFile(path);
  try {
    const entries = await readDirectory(zip);
    checkSizes(entries, zip.fileSize, maxInflatedBytes);
    return partsOf(zip, indexByName(entries));
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** yauzl reports everything it dislikes in a file as a plain Error; each of them means a damaged file. */
const damaged = (error: unknown): Refusal =>
  error instanceof Refusal ? error : new Refusal('file.corrupt');

const openFile = (path: string): Promise<ZipFile> =>
  new Promise((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false }, (error, zip) => {
      if (error) reject(damaged(error));
      else if (zip.entryCount > MAX_ENTRIES) {
        zip.close();
        reject(new Refusal('file.too-complex'));
      } else resolve(zip);
    });
  });

const readDirectory = (zip: ZipFile): Promise<Entry[]> =>
  new Promise((resolve, reject) => {
    const entries: Entry[] = [];
    zip.on('entry', (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.once('end', () => resolve(entries));
    zip.once('error', (error) => reject(damaged(error)));
    zip.readEntry();
  });

function checkSizes(entries: Entry[], fileSize: number, maxInflatedBytes: number): void {
  let inflated = 0;
  let end = 0;
  const byOffset = entries.toSorted(
    (a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader,
  );
  for (const entry of byOffset) {
    if (entry.isEncrypted()) throw new Refusal('file.encrypted');
    // Entries that share bytes multiply their size without showing a high ratio.
    if (entry.relativeOffsetOfLocalHeader < end) throw new Refusal('file.corrupt');
    end = entry.relativeOffsetOfLocalHeader + entry.compressedSize;
    if (end > fileSize) throw new Refusal('file.corrupt');
    if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
      throw new Refusal('file.corrupt');
    }
    inflated += entry.uncompressedSize;
    const isBomb =
      entry.uncompressedSize > RATIO_FREE_BYTES &&
      entry.uncompressedSize > entry.compressedSize * MAX_RATIO;
    if (isBomb || inflated > maxInflatedBytes) throw new Refusal('file.too-complex');
  }
}

const partName = (name: string): string => name.replace(/^\/+/, '').toLowerCase();

/** yauzl has refused absolute names and `..` already; two parts of one name would let readers disagree. */
function indexByName(entries: Entry[]): Map<string, Entry> {
  const byName = new Map<string, Entry>();
  for (const entry of entries) {
    const name = partName(entry.fileName);
    if (byName.has(name)) throw new Refusal('file.corrupt');
    byName.set(name, entry);
  }
  return byName;
}

function partsOf(zip: ZipFile, byName: Map<string, Entry>): ZipParts {
  return {
    has: (name) => byName.has(partName(name)),
    sizeOf: (name) => byName.get(partName(name))?.uncompressedSize ?? 0,
    read: (name) => readPart(zip, byName.get(partName(name))),
    close: () => zip.close(),
  };
}

const openPart = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) reject(error);
      else resolve(stream);
    });
  });

async function* readPart(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (!entry) throw new Refusal('file.corrupt');
  let sum = 0;
  try {
    for await (const chunk of (await openPart(zip, entry)) as AsyncIterable<Buffer>) {
      sum = crc32(chunk, sum);
      yield chunk;
    }
  } catch (error) {
    throw damaged(error);
  }
  // A flipped bit can still inflate to well-formed XML, with another digit in a phone number.
  if (sum !== entry.crc32) throw new Refusal('file.corrupt');
}
