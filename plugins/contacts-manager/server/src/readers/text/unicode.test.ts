import { utf16Of } from './unicode';

const TABLE = 'Name,Primary Contact\r\nAsha Rao,+919876543210\r\nمحمد,+201001234567\r\n';
const LITTLE = Buffer.from(TABLE, 'utf16le');
const BIG = Buffer.from(LITTLE).swap16();

it('knows UTF-16 by its mark', () => {
  expect(utf16Of(Buffer.from('\ufeffA', 'utf16le'))).toBe('utf-16le');
  expect(utf16Of(Buffer.from('\ufeffA', 'utf16le').swap16())).toBe('utf-16be');
});

it('knows it without the mark when every sign is there', () => {
  expect(utf16Of(LITTLE)).toBe('utf-16le');
  expect(utf16Of(BIG)).toBe('utf-16be');
  // Half a letter at the end of what was read.
  expect(utf16Of(LITTLE.subarray(0, 71))).toBe('utf-16le');
});

it.each([
  ['plain text', Buffer.from(TABLE)],
  ['too little text', Buffer.from('Name,Phone\nAsha,1', 'utf16le')],
  ['zero bytes on both sides', Buffer.concat([LITTLE, Buffer.from([0, 0])])],
  ['small numbers', Buffer.from(Array.from({ length: 100 }, (_, at) => (at % 2 ? 0 : at % 8)))],
  ['numbers that are no letters', Buffer.from('\ue000a'.repeat(50), 'utf16le')],
  ['nothing', Buffer.alloc(0)],
])('does not take %s for it', (_case, bytes) => {
  expect(utf16Of(bytes)).toBeNull();
});
