type Delimiter = '\t' | ',';

interface Cell {
  text: string;
  /** Where the next cell, or the line break, begins. */
  end: number;
}

const isBreak = (char: string | undefined): boolean => char === '\n' || char === '\r';

/** A cell in quotation marks, in which doubled ones stand for one; null when it is not closed at its end. */
function readQuoted(text: string, start: number, delimiter: Delimiter): Cell | null {
  let content = '';
  for (let from = start + 1; ;) {
    const quote = text.indexOf('"', from);
    if (quote === -1) return null;
    content += text.slice(from, quote);
    const next = text[quote + 1];
    if (next === '"') {
      content += '"';
      from = quote + 2;
    } else if (next === undefined || next === delimiter || isBreak(next)) {
      return { text: content, end: quote + 1 };
    } else {
      return null;
    }
  }
}

function readPlain(text: string, start: number, delimiter: Delimiter): Cell {
  let end = start;
  while (end < text.length && text[end] !== delimiter && !isBreak(text[end])) end += 1;
  return { text: text.slice(start, end), end };
}

/**
 * Cells as spreadsheet programs put them on the clipboard. A cell with a line break or a tab comes in quotation
 * marks; Excel leaves others as they are, so that one which merely begins with such a mark is text.
 */
export function splitCells(text: string, delimiter: Delimiter): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (let at = 0; ;) {
    const quoted = text[at] === '"' ? readQuoted(text, at, delimiter) : null;
    const cell = quoted ?? readPlain(text, at, delimiter);
    row.push(cell.text);
    const { end } = cell;
    if (text[end] === delimiter) {
      at = end + 1;
      continue;
    }
    rows.push(row);
    row = [];
    at = end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : 1);
    // The line break at the end of the last row begins no other.
    if (at >= text.length) return rows;
  }
}
