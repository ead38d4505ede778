import fc from 'fast-check';

/** One change to a run of bytes or letters; positions are parts of its length, so that they fit any file. */
export type Mutation =
  | { kind: 'flip'; at: number; bit: number }
  | { kind: 'cut'; at: number; length: number }
  | { kind: 'insert'; at: number; bytes: Uint8Array }
  | { kind: 'swap'; at: number; with: number; length: number }
  | { kind: 'repeat'; at: number; length: number; times: number };

/** Evenly spread; random doubles are mostly next to 0, where only the first bytes would be changed. */
const position = fc.nat(1_000_000).map((part) => part / 1_000_000);
const length = fc.integer({ min: 1, max: 200 });

export const mutation: fc.Arbitrary<Mutation> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: position, bit: fc.nat(7) }),
  fc.record({ kind: fc.constant('cut' as const), at: position, length }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: position,
    bytes: fc.uint8Array({ minLength: 1, maxLength: 20 }),
  }),
  fc.record({ kind: fc.constant('swap' as const), at: position, with: position, length }),
  fc.record({
    kind: fc.constant('repeat' as const),
    at: position,
    length,
    times: fc.integer({ min: 1, max: 5 }),
  }),
);

export const mutations = fc.array(mutation, { minLength: 1, maxLength: 4 });

export function mutate(original: Buffer, changes: readonly Mutation[]): Buffer {
  return changes.reduce(mutateOnce, original);
}

function mutateOnce(bytes: Buffer, change: Mutation): Buffer {
  const indexOf = (part: number) => Math.floor(part * Math.max(0, bytes.length - 1));
  const at = indexOf(change.at);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (change.kind) {
    case 'flip': {
      const flipped = Buffer.from(bytes);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << change.bit);
      return flipped;
    }
    case 'cut':
      return Buffer.concat([before, after.subarray(change.length)]);
    case 'insert':
      return Buffer.concat([before, change.bytes, after]);
    case 'swap': {
      const swapped = Buffer.from(bytes);
      const other = indexOf(change.with);
      bytes.copy(swapped, at, other, other + change.length);
      bytes.copy(swapped, other, at, at + change.length);
      return swapped;
    }
    case 'repeat': {
      const part = after.subarray(0, change.length);
      return Buffer.concat([before, ...Array<Buffer>(change.times).fill(part), after]);
    }
  }
}

/** The same changes to whole tags and texts, which leave more of the XML to be read. */
export function mutateTokens(xml: string, changes: readonly Mutation[]): string {
  const tokens = xml.match(/<[^>]*>|[^<]+/g) ?? [];
  for (const change of changes) {
    const indexOf = (part: number) => Math.floor(part * Math.max(0, tokens.length - 1));
    const at = indexOf(change.at);
    const token = tokens[at] ?? '';
    if (change.kind === 'cut') tokens.splice(at, Math.ceil(change.length / 50));
    else if (change.kind === 'insert') tokens.splice(indexOf(change.bytes.length / 20), 0, token);
    else if (change.kind === 'repeat')
      tokens.splice(at, 0, ...tokens.slice(at, at + change.length));
    else if (change.kind === 'swap') {
      const other = indexOf(change.with);
      [tokens[at], tokens[other]] = [tokens[other] ?? '', token];
    } else {
      // Numbers in attributes and values are positions, indexes and styles: the next one.
      const next = tokens.findIndex((one, index) => index >= at && /\d/.test(one));
      tokens[next] = (tokens[next] ?? '').replace(/\d+/, (digits) =>
        String(Number(digits) + 3 - change.bit),
      );
    }
  }
  return tokens.join('');
}

/** How often, and from which seed; docs/architecture.md says how to search for long. */
export const fuzzing = (runs: number): { seed: number; numRuns: number } => ({
  seed: Number(process.env.FUZZ_SEED ?? 20_261_130),
  numRuns: Number(process.env.FUZZ_RUNS ?? runs),
});

/** A long search has no other end than its runs. */
export const FUZZ_TIMEOUT = process.env.FUZZ_RUNS ? 24 * 60 * 60_000 : 120_000;
