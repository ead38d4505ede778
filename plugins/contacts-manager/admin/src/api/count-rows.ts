import type { ExportFormat } from '../../../shared/contracts/exports';

const QUOTE = 0x22;
const NEWLINE = 0x0a;
/** Only the end of a card begins a line so: a line that goes on begins with a space. */
const CARD_END = [...'\nEND:'].map((char) => char.charCodeAt(0));

/**
 * Counts the contacts in the bytes of a file that arrives by and by; each call answers with all there are so far. A
 * workbook is compressed and does not tell.
 */
export function createRowCounter(format: ExportFormat): (bytes: Uint8Array) => number | null {
  switch (format) {
    case 'csv':
      return countRecords();
    case 'vcard':
      return countCards();
    case 'xlsx':
      return () => null;
  }
}

/** Line ends outside of quotes, the first of which is that of the headers. */
function countRecords(): (bytes: Uint8Array) => number {
  let isQuoted = false;
  let lines = 0;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === QUOTE) isQuoted = !isQuoted;
      else if (byte === NEWLINE && !isQuoted) lines += 1;
    }
    return Math.max(0, lines - 1);
  };
}

function countCards(): (bytes: Uint8Array) => number {
  let matched = 0;
  let cards = 0;
  return (bytes) => {
    for (const byte of bytes) {
      if (byte === CARD_END[matched]) matched += 1;
      else matched = byte === NEWLINE ? 1 : 0;
      if (matched < CARD_END.length) continue;
      cards += 1;
      matched = 0;
    }
    return cards;
  };
}
