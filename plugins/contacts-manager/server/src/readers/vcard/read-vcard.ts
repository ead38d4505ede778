import { stat } from 'node:fs/promises';
import type { CountryCode } from '../../../../shared/phone';
import { personCells, TEMPLATE_HEADERS } from '../../domain/import/person-cells';
import type { RawRow, SheetRow } from '../../domain/import/types';
import type { RowSource } from '../row-source';
import { readText } from '../text/text-file';
import { CardReader } from './card';
import { ContentLines } from './content-lines';

/**
 * Streams the cards of a vCard file (2.1, 3.0 and 4.0) as rows under the template's headers, so that no columns have
 * to be chosen: the header is row 1, the first card row 2.
 * @throws Refusal `file.*`, here or while the rows are read
 */
export async function readVcard(
  path: string,
  defaultCountry: CountryCode | undefined,
): Promise<RowSource> {
  const { size } = await stat(path);
  const text = await readText(path);
  return {
    chunks: readCards(text.chunks, defaultCountry),
    progress: () => Math.min(1, text.bytesRead() / Math.max(1, size)),
  };
}

async function* readCards(
  chunks: AsyncGenerator<string>,
  defaultCountry: CountryCode | undefined,
): AsyncGenerator<RawRow[]> {
  const lines = new ContentLines();
  const cards = new CardReader();
  let row = 1;
  const rowsOf = (ready: string[]): RawRow[] =>
    ready.flatMap((line) => {
      const person = cards.add(line);
      if (!person) return [];
      row += 1;
      return [{ row: row as SheetRow, cells: personCells(person, defaultCountry) }];
    });
  yield [{ row: 1 as SheetRow, cells: [...TEMPLATE_HEADERS] }];
  for await (const chunk of chunks) {
    const rows = rowsOf(lines.write(chunk));
    if (rows.length > 0) yield rows;
  }
  const last = rowsOf(lines.end());
  cards.end();
  if (last.length > 0) yield last;
}
