import { decodeEscapes, joinRuns } from './cell-text';
import { readXml } from './xml';
import type { ZipParts } from './zip-directory';

/** The strings cells refer to by index. Runs of rich text are joined; phonetic guides are not text. */
export async function readSharedStrings(
  zip: ZipParts,
  part: string | undefined,
): Promise<string[]> {
  const strings: string[] = [];
  if (part === undefined || !zip.has(part)) return strings;
  let current = '';
  let inText = false;
  let inPhonetic = false;
  await readXml(zip.read(part), {
    open(name) {
      if (name === 't') inText = !inPhonetic;
      else if (name === 'rPh') inPhonetic = true;
      else if (name === 'si') current = '';
    },
    text(text) {
      if (inText) current = joinRuns(current, text);
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') inPhonetic = false;
      // Every `<si>` counts, empty ones too: cells refer to it by position.
      else if (name === 'si') strings.push(decodeEscapes(current));
    },
  });
  return strings;
}
