import { createRowCounter } from './count-rows';

const CSV = '\uFEFFName,Notes\r\nAsha,"one\n""two""\r\nthree"\r\n"Ben ""B"" Okri",x\r\n';
const CARDS =
  'BEGIN:VCARD\r\nNOTE:\\nEND: x END:VCARD\r\nEND:VCARD\r\n' +
  'BEGIN:VCARD\r\nNOTE:x\r\n END:VCARD\r\nEND:VCARD\r\n';

test.each([
  ['csv', CSV, 2],
  ['vcard', CARDS, 2],
  ['xlsx', 'PK', null],
] as const)('contacts of %s are counted however the bytes are cut', (format, file, count) => {
  const bytes = new TextEncoder().encode(file);
  for (const size of [1, 2, 7, bytes.length]) {
    const countRows = createRowCounter(format);
    let rows: number | null = null;
    for (let at = 0; at < bytes.length; at += size) rows = countRows(bytes.subarray(at, at + size));
    expect(rows).toBe(count);
  }
});

test('headers are nobody', () => {
  expect(createRowCounter('csv')(new TextEncoder().encode('Name\r\n'))).toBe(0);
  expect(createRowCounter('csv')(new TextEncoder().encode('Na'))).toBe(0);
});
