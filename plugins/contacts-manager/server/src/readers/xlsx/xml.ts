import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { Refusal } from '../../../../shared/errors';

/** Names come without namespace prefix: some writers say `<x:row>`, and strict files use other namespaces. */
export interface XmlHandlers {
  open(name: string, attributes: Record<string, string>, depth: number): void;
  close?(name: string, depth: number): void;
  /** Complete text between two tags. */
  text?(text: string): void;
}

const MAX_DEPTH = 64;
/** Characters between two tags; a cell has at most 32,767, so this is generous. */
const MAX_RUN = 1_000_000;

export const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
};

/** The value of an attribute whatever its prefix, such as `r:id`. */
export function attributeNamed(
  attributes: Record<string, string>,
  name: string,
): string | undefined {
  const key = Object.keys(attributes).find((candidate) => localName(candidate) === name);
  return key === undefined ? undefined : attributes[key];
}

/** saxes behind limits: no DOCTYPE, bounded depth, bounded text. Broken XML is `file.corrupt`. */
export class XmlReader {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private depth = 0;
  private written = 0;
  private lastEventAt = 0;

  constructor(private readonly handlers: XmlHandlers) {
    const { parser } = this;
    parser.on('error', () => {
      throw new Refusal('file.corrupt');
    });
    parser.on('doctype', () => {
      // Office never writes one; it is where entity bombs and external files come in.
      throw new Refusal('file.corrupt');
    });
    parser.on('opentag', (tag) => {
      this.lastEventAt = this.written;
      this.depth += 1;
      if (this.depth > MAX_DEPTH) throw new Refusal('file.too-complex');
      handlers.open(localName(tag.name), tag.attributes, this.depth);
    });
    parser.on('closetag', (tag) => {
      this.lastEventAt = this.written;
      handlers.close?.(localName(tag.name), this.depth);
      this.depth -= 1;
    });
    if (handlers.text) parser.on('text', (text) => handlers.text?.(text));
  }

  write(chunk: string): void {
    this.written += chunk.length;
    this.parser.write(chunk);
    // saxes gathers one run of text or one tag in memory until it ends.
    if (this.written - this.lastEventAt > MAX_RUN) throw new Refusal('file.too-complex');
  }

  end(): void {
    this.parser.close();
  }
}

/** Decodes a part as XML says: by its byte order mark, else UTF-8. */
export async function* decodeXml(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(encodingOf(chunk), { fatal: true });
    yield decodeChunk(decoder, chunk);
  }
  if (decoder) yield decodeChunk(decoder);
}

/** Half a character at the end of a chunk waits for the next one; without a chunk it is an error. */
function decodeChunk(decoder: TextDecoder, chunk?: Buffer): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    throw new Refusal('file.corrupt');
  }
}

function encodingOf(start: Buffer): string {
  const [first, second] = start;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** Reads a whole part that is small or gathered by its handlers. */
export async function readXml(bytes: AsyncIterable<Buffer>, handlers: XmlHandlers): Promise<void> {
  const reader = new XmlReader(handlers);
  for await (const text of decodeXml(bytes)) reader.write(text);
  reader.end();
}
