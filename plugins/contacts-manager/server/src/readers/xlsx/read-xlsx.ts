import type { RowSource } from '../row-source';
import type { ReadLimits } from '../protocol';
import { readSharedStrings } from './shared-strings';
import { SheetRows } from './sheet-rows';
import { readDateStyles } from './styles';
import { readWorkbook, type WorkbookParts } from './workbook';
import { decodeXml } from './xml';
import { openZip, type ZipParts } from './zip-directory';

/**
 * Streams the first visible sheet of a workbook; what is not needed for its cells is never inflated.
 * @throws Refusal `file.*` here or while the rows are read
 */
export async function readXlsx(path: string, limits: ReadLimits): Promise<RowSource> {
  const zip = await openZip(path, limits.inflatedBytes);
  const read = { bytes: 0 };
  const parts = { ...zip, read: (name: string) => countBytes(zip.read(name), read) };
  try {
    const workbook = await readWorkbook(parts);
    const total = zip.sizeOf(workbook.sheet) + zip.sizeOf(workbook.sharedStrings ?? '');
    return {
      chunks: readRows(parts, workbook),
      progress: () => Math.min(1, read.bytes / Math.max(1, total)),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function* countBytes(bytes: AsyncIterable<Buffer>, read: { bytes: number }) {
  for await (const chunk of bytes) {
    read.bytes += chunk.length;
    yield chunk;
  }
}

async function* readRows(zip: ZipParts, workbook: WorkbookParts) {
  try {
    const rows = new SheetRows({
      dateStyles: await readDateStyles(zip, workbook.styles),
      strings: await readSharedStrings(zip, workbook.sharedStrings),
      is1904: workbook.is1904,
    });
    for await (const chunk of decodeXml(zip.read(workbook.sheet))) {
      const ready = rows.write(chunk);
      if (ready.length > 0) yield ready;
    }
    rows.end();
  } finally {
    zip.close();
  }
}
