import type { CountryCode } from '../../../../shared/phone';
import { readNumbers } from './numbers-cell';

const A = '+919876543210';
const B = '+447400123456';
const C = '+14155550123';

const read = (primaryContact: string, secondaryContact?: string, country?: CountryCode) =>
  readNumbers(
    { primaryContact, ...(secondaryContact === undefined ? {} : { secondaryContact }) },
    country,
  );

const numbersOf = (...cells: Parameters<typeof read>) => {
  const { primaryContact, secondaryContact, issues } = read(...cells);
  return issues.length > 0
    ? issues.map(({ field, code }) => `${field} ${code}`)
    : [primaryContact, secondaryContact];
};

describe('two numbers in the primary cell', () => {
  it.each([
    `${A} / ${B}`,
    `${A}/${B}`,
    `${A};${B}`,
    `${A}\n${B}`,
    `${A}\r\n${B}\r\n`,
    `${A} ::: ${B}`,
    `${A}, ${B}`,
    `${A},${B}`,
    `${A} | ${B}`,
    '+91 98765-43210 / 0044 7400 123456',
    'tel:+91-98765-43210; whatsapp:+447400123456',
    `${A} / ${B} / 0091 98765 43210`,
  ])('become primary and secondary: %j', (cell) => {
    expect(numbersOf(cell)).toEqual([A, B]);
  });

  it('are read in the default country, each', () => {
    expect(numbersOf('98765 43210 / 98765 43211', undefined, 'IN')).toEqual([A, '+919876543211']);
  });

  it('are shown in a cell each, so that either can be corrected', () => {
    expect(read(`+91 98765-43210 / ${B}`).cells).toEqual({
      primaryContact: '+91 98765-43210',
      secondaryContact: B,
    });
  });

  it('tell the countries that were assumed', () => {
    expect(read('919876543210; 447400123456').assumedCountries).toEqual(['IN', 'GB']);
  });

  it('count once when they are equal', () => {
    expect(numbersOf(`${A} / 0091 98765 43210`)).toEqual([A, null]);
    expect(numbersOf(`${A} / ${A}`, B)).toEqual([A, B]);
    expect(numbersOf(`${A} / ${B}`, B)).toEqual([A, B]);
    expect(numbersOf(`${A} / ${B}`, `${B}; ${B}`)).toEqual([A, B]);
  });
});

it.each([
  [[`${A} / ${B} / ${C}`], ['primaryContact phone.several']],
  [[`${A} / ${B}`, C], ['primaryContact phone.several']],
  [[A, `${B} / ${C}`], ['secondaryContact phone.several']],
  [['+49 30 1234567/68'], ['primaryContact phone.several']],
  [[A, A], ['secondaryContact phone.same-as-primary']],
  [[A, `${A} / ${A}`], ['secondaryContact phone.same-as-primary']],
] as [[string, string?], string[]][])('%j has no place for each number', (cells, issues) => {
  expect(numbersOf(...cells)).toEqual(issues);
});

it('keeps the cell as it is when it is a problem', () => {
  const { primaryContact, cells } = read(`${A} / ${B} / ${C}`);
  expect(primaryContact).toBeNull();
  expect(cells).toEqual({ primaryContact: `${A} / ${B} / ${C}` });
});

it.each(['+91/98765/43210', '+49 30/1234567', '(+91) 98765-43210', '+33/1/42/68/53/00'])(
  'takes the signs within %j for one number',
  (cell) => {
    const { primaryContact, secondaryContact, issues } = read(cell);
    expect([primaryContact, secondaryContact, issues]).toEqual([expect.any(String), null, []]);
  },
);

it.each([
  '+91 98765 43210 ext. 12',
  '+91 98765 43210 ext12',
  '+919876543210x12',
  '+91 98765 43210 #12',
  'tel:+91-98765-43210;ext=12',
  '919876543210;ext=12',
  `${A} ext. 12 / ${B}`,
])('refuses the extension in %j', (cell) => {
  expect(numbersOf(cell)).toEqual(['primaryContact phone.extension']);
});

it('refuses an extension of a number in the default country', () => {
  expect(numbersOf('98765 43210 x12', undefined, 'IN')).toEqual(['primaryContact phone.extension']);
});

it.each([
  [`${A} / 12345`, 'phone.invalid'],
  [`${A} / ask`, 'phone.invalid'],
  ['9.19877E+11', 'phone.truncated'],
  ['', 'phone.required'],
])('says what else is wrong with %j', (cell, code) => {
  expect(numbersOf(cell)).toEqual([`primaryContact ${code}`]);
});
