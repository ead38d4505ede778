/** What an export writes: text cells, a few hundred rows at a time, read only as fast as they are written. */
export interface ExportRows {
  headers: readonly string[];
  /** Characters wide, for formats with columns. */
  widths: readonly number[];
  chunks: AsyncIterable<string[][]>;
}
