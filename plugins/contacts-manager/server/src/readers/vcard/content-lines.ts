import { Refusal } from '../../../../shared/errors';

/** Characters of one line of a file, and of one property of a card with its folded lines. */
const MAX_LINE = 1_000_000;
/** What is kept of a longer line: enough to see which property it is. */
const CUT_LINE = 1_000;

/** The properties that are read; others, photos above all, are skipped however long they are. */
const READ_NAMES = [
  'BEGIN',
  'END',
  'VERSION',
  'FN',
  'N',
  'TEL',
  'EMAIL',
  'CATEGORIES',
  'NOTE',
  'AGENT',
];
/** The name of a property behind a group such as `item1.` (RFC 6350, 3.3). */
const NAME = /^(?:[a-z0-9-]+\.)?([a-z0-9-]+)\s*[;:]/i;
const QUOTED_PRINTABLE = /^[^:]*;(?:ENCODING=)?QUOTED-PRINTABLE\b/i;
const SOFT_BREAK = /=[ \t]*$/;
const END_OF_CARD = /^END:VCARD\s*$/i;
const OLD_VERSION = /:\s*2\.1/;
const LINE_BREAK = /\r\n|\n|\r/;

/** The name of the property that a line holds, in capitals. */
export const propertyName = (line: string): string => NAME.exec(line)?.[1]?.toUpperCase() ?? '';

/**
 * Joins the folded lines of vCard text to one line a property: lines that begin with white space (RFC 6350, 3.2), and
 * what follows a soft line break of quoted-printable text (vCard 2.1). Gives the properties that are read only.
 */
export class ContentLines {
  /** The text behind the last line break. */
  private rest = '';
  /** The line at hand is longer than allowed and only its beginning was kept. */
  private isCut = false;
  private line: string | null = null;
  private isSkipped = false;
  private isQuoted = false;
  /** The text so far ended in a soft line break, which has been taken off. */
  private isOpen = false;
  /** vCard 2.1 folds before a space of the text and keeps it; later versions put one in. */
  private keepsSpace = false;
  private ready: string[] = [];

  /** @throws Refusal `file.too-complex` */
  write(chunk: string): string[] {
    // A carriage return at the end may be half a line break: the rest of it comes with the next chunk.
    const lines = (this.rest + chunk).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? '';
    for (const text of lines) this.endLine(text);
    if (this.rest.length > MAX_LINE) {
      this.isCut = true;
      this.rest = this.rest.slice(0, CUT_LINE);
    }
    return this.take();
  }

  end(): string[] {
    for (const text of this.rest.split(LINE_BREAK)) this.endLine(text);
    this.flush();
    return this.take();
  }

  private take(): string[] {
    const { ready } = this;
    this.ready = [];
    return ready;
  }

  private endLine(text: string): void {
    if (!this.continueWith(text)) this.begin(text);
    if (!this.isSkipped && (this.isCut || (this.line?.length ?? 0) > MAX_LINE)) {
      throw new Refusal('file.too-complex');
    }
    this.isCut = false;
  }

  private begin(text: string): void {
    this.flush();
    this.isQuoted = QUOTED_PRINTABLE.test(text);
    const isRead = READ_NAMES.includes(propertyName(text));
    // A line of quoted-printable text is followed to its end, because the next may look like a property.
    this.isSkipped = !isRead && !this.isQuoted;
    this.line = this.withoutSoftBreak(text);
  }

  private continueWith(text: string): boolean {
    if (this.line === null) return false;
    const isFolded = /^[ \t]/.test(text);
    if (this.isOpen && !END_OF_CARD.test(text)) this.line += this.withoutSoftBreak(text);
    else if (!isFolded) return false;
    else if (!this.isSkipped) {
      this.line += this.withoutSoftBreak(this.keepsSpace ? text : text.slice(1));
    }
    return true;
  }

  private withoutSoftBreak(text: string): string {
    this.isOpen = this.isQuoted && SOFT_BREAK.test(text);
    return this.isOpen ? text.replace(SOFT_BREAK, '') : text;
  }

  private flush(): void {
    const name = propertyName(this.line ?? '');
    if (this.line !== null && READ_NAMES.includes(name)) this.ready.push(this.line);
    if (name === 'VERSION') this.keepsSpace = OLD_VERSION.test(this.line ?? '');
    this.line = null;
  }
}
