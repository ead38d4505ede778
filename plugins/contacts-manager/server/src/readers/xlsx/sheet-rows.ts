import { Refusal } from '../../../../shared/errors';
import type { RawRow, SheetRow } from '../../domain/import/types';
import { columnOf, MAX_COLUMNS, rowOf } from './cell-reference';
import { dateText, decodeEscapes, joinRuns, numberText } from './cell-text';
import { XmlReader } from './xml';

export interface SheetContext {
  strings: readonly string[];
  dateStyles: readonly boolean[];
  is1904: boolean;
}

const WORKSHEET_CHILD = 2;
const ROW = 3;
const CELL = 4;
const CELL_CHILD = 5;
/** Rich text lies deeper: `is/r/t`. */
const INLINE_TEXT = 6;

/**
 * Gathers the rows of a worksheet from its XML, written in chunks. Positions come from the references,
 * or from the order where a writer leaves them out; `<dimension>` is not looked at, it is often wrong.
 */
export class SheetRows {
  private readonly xml = new XmlReader(this.handlers());
  private ready: RawRow[] = [];
  private inData = false;
  private row = 0;
  private cells: string[] = [];
  private hasValue = false;
  private formulas: number[] = [];
  private hasFormula = false;
  private column = -1;
  private type = '';
  private isDate = false;
  private isInline = false;
  private inPhonetic = false;
  private isCapturing = false;
  private value = '';

  constructor(private readonly context: SheetContext) {}

  /** Rows completed by this chunk; rows without anything to see are left out. */
  write(chunk: string): RawRow[] {
    this.xml.write(chunk);
    return this.takeReady();
  }

  end(): void {
    this.xml.end();
  }

  private takeReady(): RawRow[] {
    const rows = this.ready;
    this.ready = [];
    return rows;
  }

  private handlers() {
    return {
      open: (name: string, attributes: Record<string, string>, depth: number) => {
        if (depth === WORKSHEET_CHILD) this.inData = name === 'sheetData';
        else if (this.inData) this.open(name, attributes, depth);
      },
      text: (text: string) => {
        if (this.isCapturing) this.value = joinRuns(this.value, text);
      },
      close: (name: string, depth: number) => {
        if (this.inData) this.close(name, depth);
      },
    };
  }

  private open(name: string, attributes: Record<string, string>, depth: number): void {
    if (depth === CELL_CHILD) {
      this.isInline = name === 'is';
      this.isCapturing = name === 'v';
      this.hasFormula ||= name === 'f';
      // Two values in a cell would become one number that nobody wrote.
      if ((this.isInline || this.isCapturing) && this.value !== '')
        throw new Refusal('file.corrupt');
    } else if (depth === CELL) {
      if (name === 'c') this.startCell(attributes);
    } else if (depth === ROW) {
      if (name === 'row') this.row = rowOf(attributes.r, this.row);
    } else if (depth >= INLINE_TEXT && this.isInline) {
      if (name === 'rPh') this.inPhonetic = true;
      this.isCapturing = name === 't' && !this.inPhonetic;
    }
  }

  private close(name: string, depth: number): void {
    if (depth === CELL_CHILD) {
      this.isCapturing = false;
    } else if (depth === CELL) {
      if (name === 'c') this.endCell();
    } else if (depth === ROW) {
      this.endRow();
    } else if (depth >= INLINE_TEXT) {
      this.isCapturing = false;
      if (name === 'rPh') this.inPhonetic = false;
    }
  }

  private startCell(attributes: Record<string, string>): void {
    const { r: reference, t: type = 'n', s: style } = attributes;
    this.column = reference === undefined ? this.column + 1 : columnOf(reference, this.row);
    if (this.column >= MAX_COLUMNS) throw new Refusal('file.corrupt');
    this.type = type;
    this.isDate = style !== undefined && this.context.dateStyles[Number(style)] === true;
    this.isInline = false;
    this.hasFormula = false;
    this.value = '';
  }

  private endCell(): void {
    const text = this.value === '' ? '' : this.cellText();
    const { cells, column } = this;
    // A text result may be empty; without a type, no result was saved, and the cell is not what people see.
    if (this.hasFormula && (text !== '' || this.type === 'n')) {
      this.formulas.push(column);
      this.hasValue = true;
    }
    if (text === '') return;
    // Filled here and not for styled empty cells, so that a row formatted to its end costs nothing.
    while (cells.length < column) cells.push('');
    // Which of two cells counts is a guess that other programs make otherwise.
    if (cells[column]) throw new Refusal('file.corrupt');
    cells[column] = text;
    this.hasValue ||= text.trim() !== '';
  }

  private cellText(): string {
    const { value, context } = this;
    switch (this.type) {
      case 's':
        return sharedString(context.strings, value);
      case 'str':
      case 'inlineStr':
        return decodeEscapes(value);
      case 'b':
        return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
      case 'e':
      case 'd':
        return value;
      default:
        if (this.isInline) return decodeEscapes(value);
        return this.isDate ? dateText(value, context.is1904) : numberText(value);
    }
  }

  private endRow(): void {
    this.column = -1;
    const { cells, formulas, hasValue } = this;
    // Also those of a row of spaces, which would otherwise come into the next one.
    this.cells = [];
    this.formulas = [];
    this.hasValue = false;
    if (!hasValue) return;
    const row = this.row as SheetRow;
    this.ready.push(formulas.length > 0 ? { row, cells, formulas } : { row, cells });
  }
}

function sharedString(strings: readonly string[], index: string): string {
  const text = strings[Number(index)];
  if (text === undefined) throw new Refusal('file.corrupt');
  return text;
}
