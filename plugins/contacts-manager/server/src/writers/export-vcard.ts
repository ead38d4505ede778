import { Readable } from 'node:stream';
import type { ContactCard } from '../domain/export/card';

/** Octets of one line without its end (RFC 2426, 2.6). */
const LINE_MAX = 75;

/** vCard 3.0 (RFC 2426) in UTF-8, which phones and mail programs read; as fast as it is read, and no faster. */
export const writeVcards = (chunks: AsyncIterable<ContactCard[]>): Readable =>
  Readable.from(cardChunks(chunks), { objectMode: false });

async function* cardChunks(chunks: AsyncIterable<ContactCard[]>) {
  for await (const cards of chunks) yield cards.map(cardText).join('');
}

function cardText(card: ContactCard): string {
  const name = escapeText(card.name);
  const lines = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    `UID:${escapeText(card.uid)}`,
    `FN:${name}`,
    // Nobody can tell which part of a name is the family's: phones show the whole as it is.
    `N:;${name};;;`,
    `TEL;TYPE=CELL,PREF:${card.primaryContact}`,
    ...(card.secondaryContact ? [`TEL:${card.secondaryContact}`] : []),
    ...(card.email ? [`EMAIL:${escapeText(card.email)}`] : []),
    ...(card.groups.length > 0 ? [`CATEGORIES:${card.groups.map(escapeText).join(',')}`] : []),
    ...(card.notes ? [`NOTE:${escapeText(card.notes)}`] : []),
    'END:VCARD',
  ];
  return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** Control characters, which no line may hold; some readers end a line at them. */
const UNPRINTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

const escapeText = (text: string): string =>
  text
    .replace(/[\\,;]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n')
    .replace(UNPRINTABLE, '');

/** Long lines go on in the next one, behind a space; no character is divided. */
function foldLine(line: string): string {
  if (Buffer.byteLength(line) <= LINE_MAX) return line;
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (octets + size > LINE_MAX) {
      parts.push(part);
      part = '';
      // The space in front of what follows.
      octets = 1;
    }
    part += char;
    octets += size;
  }
  return [...parts, part].join('\r\n ');
}
