import type { HeaderReading } from './headers';

/** What the first rows of a sheet look like; null when there are none. */
type SheetReading = HeaderReading | null;

/**
 * The sheet to read, and whether a person need not be asked. A sheet that explains the others has no numbers to call;
 * of two that could be lists of people, nobody but a person knows whether both are meant. Null when all are empty.
 */
export function chooseSheet(
  readings: readonly SheetReading[],
): { index: number; isObvious: boolean } | null {
  const indexesOf = (isSo: (reading: HeaderReading) => boolean) =>
    readings.flatMap((reading, index) => (reading && isSo(reading) ? [index] : []));
  const filled = indexesOf(() => true);
  const people = indexesOf(isList);
  const usable = indexesOf(({ kind }) => kind === 'needs-mapping');
  const ready = indexesOf(({ kind }) => kind === 'ready');
  const index = [ready, people, usable, filled].flat()[0];
  if (index === undefined) return null;
  return {
    index,
    isObvious: people.length === 1 || people.length + usable.length === 0 || filled.length === 1,
  };
}

/** Whether its headers say so, or most cells of a column. */
const isList = (reading: HeaderReading): boolean =>
  reading.kind === 'ready' ||
  (reading.kind === 'needs-mapping' && reading.guess.primaryContact !== undefined);
