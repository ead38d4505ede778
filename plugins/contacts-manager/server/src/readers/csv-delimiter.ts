const DELIMITERS = [',', ';', '\t', '|'];
const SAMPLE_LINES = 10;

/** Excel's own first line `sep=;` names the delimiter; spreadsheet programs do not show it as a row. */
const SEPARATOR_LINE = /^"?sep=(.)"?[ ,;\t]*(?:\r\n|\r|\n|$)/i;

export interface Delimiter {
  delimiter: string;
  /** Characters to leave out at the start of the text. */
  skip: number;
}

/** Guesses from the beginning of a file, of which the last line may be cut. */
export function guessDelimiter(start: string): Delimiter {
  const named = SEPARATOR_LINE.exec(start);
  if (named?.[1]) return { delimiter: named[1], skip: named[0].length };
  const counts = countPerLine(start);
  const scored = DELIMITERS.map((delimiter, index) => ({
    delimiter,
    score: consistency(counts.map((line) => line[index] ?? 0)),
  }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.delimiter, skip: 0 };
}

/** How often each delimiter stands outside quotes, line by line. */
function countPerLine(text: string): number[][] {
  const lines: number[][] = [DELIMITERS.map(() => 0)];
  let isQuoted = false;
  for (const char of text) {
    const line = lines[lines.length - 1] ?? [];
    if (char === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (char === '\n' || char === '\r') {
      if (line.some((count) => count > 0)) lines.push(DELIMITERS.map(() => 0));
      if (lines.length > SAMPLE_LINES) break;
    } else {
      const index = DELIMITERS.indexOf(char);
      if (index !== -1) line[index] = (line[index] ?? 0) + 1;
    }
  }
  return lines.filter((line) => line.some((count) => count > 0));
}

/** The real delimiter stands equally often in most lines; commas in text come and go. */
function consistency(counts: number[]): number {
  const lines = new Map<number, number>();
  for (const count of counts) if (count > 0) lines.set(count, (lines.get(count) ?? 0) + 1);
  return Math.max(0, ...[...lines].map(([count, times]) => times * 1_000 + count));
}
