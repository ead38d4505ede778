import type { RowSource, TableFile } from '../row-source';
import type { ReadLimits } from '../protocol';
import { readSharedStrings } from './shared-strings';
import { SheetRows, type SheetContext } from './sheet-rows';
import { readDateStyles } from './styles';
import { readWorkbook, type WorkbookParts } from './workbook';
import { decodeXml } from './xml';
import { openZip, type ZipParts } from './zip-directory';

/**
 * Opens a workbook, whose visible sheets are streamed; what is not needed for the cells of a sheet that is read is
 * never inflated.
 * @throws Refusal `file.*` here or while the rows are read
 */
export async function openWorkbook(path: string, limits: ReadLimits): Promise<TableFile> {
  const zip = await openZip(path, limits.inflatedBytes);
  try {
    const workbook = await readWorkbook(zip);
    const context = once(() => readContext(zip, workbook));
    return {
      sheets: workbook.sheets.map(({ name }) => name),
      open: (sheet) => Promise.resolve(readSheet(zip, workbook.sheets[sheet]?.part ?? '', context)),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

/** The same promise for everybody who asks. */
function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => (made ??= make());
}

/** What all sheets share. Large workbooks have most of their bytes here. */
const readContext = async (zip: ZipParts, workbook: WorkbookParts): Promise<SheetContext> => ({
  dateStyles: await readDateStyles(zip, workbook.styles),
  strings: await readSharedStrings(zip, workbook.sharedStrings),
  is1904: workbook.is1904,
});

function readSheet(zip: ZipParts, part: string, context: () => Promise<SheetContext>): RowSource {
  const read = { bytes: 0 };
  return {
    chunks: readRows(countBytes(zip.read(part), read), context),
    progress: () => Math.min(1, read.bytes / Math.max(1, zip.sizeOf(part))),
  };
}

async function* countBytes(bytes: AsyncIterable<Buffer>, read: { bytes: number }) {
  for await (const chunk of bytes) {
    read.bytes += chunk.length;
    yield chunk;
  }
}

async function* readRows(bytes: AsyncIterable<Buffer>, context: () => Promise<SheetContext>) {
  const rows = new SheetRows(await context());
  for await (const chunk of decodeXml(bytes)) {
    const ready = rows.write(chunk);
    if (ready.length > 0) yield ready;
  }
  rows.end();
}
