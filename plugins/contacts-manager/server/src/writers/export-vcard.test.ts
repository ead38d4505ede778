import { text } from 'node:stream/consumers';
import type { ContactCard } from '../domain/export/card';
import { writeVcards } from './export-vcard';

const asha: ContactCard = {
  uid: 'abc123',
  name: 'Asha Rao',
  primaryContact: '+919812345678',
  secondaryContact: null,
  email: null,
  groups: [],
  notes: null,
};

async function fileOf(...cards: Partial<ContactCard>[]): Promise<string> {
  const chunks = (async function* () {
    yield await Promise.resolve(cards.map((card) => ({ ...asha, ...card })));
  })();
  return text(writeVcards(chunks));
}
const unfold = (file: string) => file.replaceAll('\r\n ', '').split('\r\n');

test('a card has name and numbers, and only the lines that say something', async () => {
  expect(await fileOf({})).toBe(
    'BEGIN:VCARD\r\nVERSION:3.0\r\nUID:abc123\r\nFN:Asha Rao\r\nN:;Asha Rao;;;\r\n' +
      'TEL;TYPE=CELL,PREF:+919812345678\r\nEND:VCARD\r\n',
  );
  const all = await fileOf({
    secondaryContact: '+442079460958',
    email: 'asha@example.com',
    groups: ['Choir', 'Pickup, North', 'a;b\\c'],
    notes: 'one\ntwo; "three", \\n',
  });
  expect(unfold(all).slice(6)).toEqual([
    'TEL:+442079460958',
    'EMAIL:asha@example.com',
    'CATEGORIES:Choir,Pickup\\, North,a\\;b\\\\c',
    'NOTE:one\\ntwo\\; "three"\\, \\\\n',
    'END:VCARD',
    '',
  ]);
});

test('no text ends a line or begins one', async () => {
  const notes = 'a\r\nEND:VCARD\rBEGIN:VCARD\u0085\u000b\u0007\u0000TEL:+1\tx';
  const lines = unfold(await fileOf({ notes }));
  expect(lines).toContain('NOTE:a\\nEND:VCARD\\nBEGIN:VCARDTEL:+1\tx');
  expect(lines.filter((line) => line === 'END:VCARD')).toHaveLength(1);
});

test.each([
  ['letters of one octet', 'x'.repeat(500)],
  ['letters of three', 'रमा देवी '.repeat(60)],
  ['emoji of four', '👩‍🚀'.repeat(80)],
  ['just one line', 'x'.repeat(75 - 'NOTE:'.length)],
  ['one octet more', 'x'.repeat(76 - 'NOTE:'.length)],
])('lines have at most 75 octets, and read back whole: %s', async (_what, notes) => {
  const file = await fileOf({ notes: `${notes}.`, name: notes.trim() }, { notes });
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(file).not.toContain('\ufffd');
  expect(unfold(file)).toEqual(expect.arrayContaining([`NOTE:${notes}.`, `NOTE:${notes}`]));
});
