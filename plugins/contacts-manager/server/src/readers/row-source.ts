import { Refusal } from '../../../shared/errors';
import { stat } from 'node:fs/promises';
import type { CountryCode } from '../../../shared/phone';
import type { RawRow } from '../domain/import/types';
import { readCsv } from './csv';
import { detectFileKind } from './file-kind';
import type { ReadLimits } from './protocol';
import { readVcard } from './vcard/read-vcard';
import { openWorkbook } from './xlsx/read-xlsx';

/** The rows of a file in order, those without anything to see left out. Read once, to the end or until `return`. */
export interface RowSource {
  /** A few hundred rows at a time: a promise for each row would cost as much as parsing it. */
  chunks: AsyncGenerator<RawRow[]>;
  /** 0–1, by bytes. */
  progress(): number;
}

/** A file with a list in it, or with several. */
export interface TableFile {
  /** Names of the sheets that show, in the order of their tabs; text has one table, without a name. */
  sheets: string[];
  /** The rows of a table, each time from its beginning. */
  open(sheet: number): Promise<RowSource>;
  close(): void;
}

/**
 * `defaultCountry` tells which spellings in one card of a vCard file are the same number.
 * @throws Refusal `file.*`, here or while the rows are read
 */
export async function openTables(
  path: string,
  limits: ReadLimits,
  defaultCountry: CountryCode | undefined,
): Promise<TableFile> {
  const { size } = await stat(path);
  if (size > limits.fileBytes) throw new Refusal('file.too-large');
  switch (await detectFileKind(path)) {
    case 'xlsx':
      return openWorkbook(path, limits);
    case 'csv':
      return oneTable(() => readCsv(path));
    case 'vcard':
      return oneTable(() => readVcard(path, defaultCountry));
  }
}

const oneTable = (open: () => Promise<RowSource>): TableFile => ({
  sheets: [''],
  open,
  close: () => undefined,
});
