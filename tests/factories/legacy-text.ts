/** Text as bytes of an encoding that Node decodes but does not write; letters of one and of two bytes. */
export function encodeLegacy(text: string, encoding: string): Buffer {
  const bytes = bytesByLetter(encoding);
  return Buffer.concat(
    [...text].map((letter) => {
      const found = bytes.get(letter);
      if (!found) throw new Error(`${encoding} has no ${letter}`);
      return found;
    }),
  );
}

const tables = new Map<string, Map<string, Buffer>>();

function bytesByLetter(encoding: string): Map<string, Buffer> {
  const known = tables.get(encoding);
  if (known) return known;
  const table = new Map<string, Buffer>();
  const add = (bytes: Buffer) => {
    const decoder = new TextDecoder(encoding);
    // Node takes windows-1252 for Latin-1 unless it streams.
    const letter = decoder.decode(bytes, { stream: true }) + decoder.decode();
    const isOne = [...letter].length === 1 && letter !== '\ufffd';
    if (isOne && !table.has(letter)) table.set(letter, bytes);
  };
  for (let first = 0; first < 256; first += 1) add(Buffer.of(first));
  for (let first = 0x81; first < 0xff; first += 1) {
    for (let second = 0x40; second < 0xff; second += 1) add(Buffer.of(first, second));
  }
  tables.set(encoding, table);
  return table;
}
