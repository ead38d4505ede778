import { areNear, partsOf } from './near-numbers';
import { areVariants } from './number-variants';
import { keysOf, reasonsFor, type ComparedContact } from './same-person';

const contact = (values: Partial<ComparedContact>): ComparedContact => ({
  name: 'Asha Rao',
  primaryContact: '+919876543210',
  secondaryContact: null,
  email: null,
  ...values,
});

describe('national variants of one number', () => {
  test.each([
    ['Brazil, ninth digit', '+5511981234567', '+551181234567', true],
    ['Brazil, a trunking number has no variant', '+5511971234567', '+551171234567', false],
    ['Brazil, another mobile', '+5511981234567', '+551191234567', false],
    ['Brazil, a landline has no variant', '+551131234567', '+5511931234567', false],
    ['Mexico, 1 behind the country code', '+5215512345678', '+525512345678', true],
    ['Argentina, 9 behind the country code', '+5491123456789', '+541123456789', true],
    ['India has none', '+919876543210', '+91876543210', false],
    ['the same spelling is one number', '+525512345678', '+525512345678', false],
  ])('%s', (_case, left, right, expected) => {
    expect(areVariants(left, right)).toBe(expected);
    expect(areVariants(right, left)).toBe(expected);
  });
});

describe('near numbers', () => {
  test.each([
    ['one digit differs', '+919876543210', '+919876503210', true],
    ['the first digit differs', '+919876543210', '+819876543210', true],
    ['the last digit differs', '+919876543210', '+919876543211', true],
    ['one digit is missing', '+919876543210', '+91987543210', true],
    ['two neighbours are exchanged', '+919876543210', '+919876543201', false],
    ['two digits differ', '+919876543210', '+919876543289', false],
    ['same last seven digits', '+919876543210', '+442076543210', true],
    ['equal', '+919876543210', '+919876543210', false],
  ])('%s', (_case, left, right, expected) => {
    expect(areNear(left, right)).toBe(expected);
    expect(areNear(right, left)).toBe(expected);
  });

  test('near numbers of every length have a part in common', () => {
    for (let length = 7; length <= 15; length += 1) {
      const digits = '123456789012345'.slice(0, length);
      for (let at = 0; at < length; at += 1) {
        const mistyped = `${digits.slice(0, at)}0${digits.slice(at + 1)}`;
        const shortened = digits.slice(0, at) + digits.slice(at + 1);
        for (const other of [mistyped, shortened].filter((one) => one.length >= 7)) {
          const shared = partsOf(`+${other}`).filter((part) =>
            partsOf(`+${digits}`).includes(part),
          );
          expect([digits, other, shared.length > 0]).toEqual([digits, other, true]);
        }
      }
    }
  });
});

describe('reasons', () => {
  const asha = contact({ email: 'asha@example.com' });

  test.each([
    [
      'same e-mail',
      contact({ name: 'A. R.', primaryContact: '+442071234567', email: 'Asha@Example.com' }),
      ['email'],
    ],
    [
      'same name, near number',
      contact({ name: ' ÁSHA  rao', primaryContact: '+919876503210' }),
      ['name-near-number'],
    ],
    ['near number alone', contact({ name: 'Ravi', primaryContact: '+919876503210' }), []],
    ['same name alone', contact({ primaryContact: '+442071234567' }), []],
    [
      'no e-mail is no common e-mail',
      contact({ name: 'Ravi', primaryContact: '+442071234567' }),
      [],
    ],
  ])('%s', (_case, other, expected) => {
    expect(reasonsFor(asha, other)).toEqual(expected);
    const shared = keysOf(asha).some((key) => keysOf(other).includes(key));
    expect(shared).toBe(expected.length > 0);
  });

  test('any two numbers of the contacts count', () => {
    const left = contact({ secondaryContact: '+5511981234567' });
    const right = contact({ name: 'Ravi', primaryContact: '+551181234567' });
    expect(reasonsFor(left, right)).toEqual(['number-variant']);
    expect(keysOf(left).some((key) => keysOf(right).includes(key))).toBe(true);
  });
});
