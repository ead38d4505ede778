import type { CountryCode } from '../../../../shared/phone';
import { createNumberSample, sampleNumbers, summariseNumbers } from './country-guess';

const guess = (
  numbers: string[],
  { chosen, known = [] }: { chosen?: CountryCode; known?: string[] } = {},
) => {
  const sample = createNumberSample();
  for (const primaryContact of numbers) sampleNumbers(sample, { cells: { primaryContact } });
  return summariseNumbers(sample, { chosen, known });
};
const times = (count: number, numberOf: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => numberOf(index));

/** +98 is Iran, so that each of them is also a number of another country behind a `+`. */
const INDIAN = times(20, (index) => `98765 43${100 + index}`);

describe('numbers without country code', () => {
  it('are of the country of the other numbers in the file', () => {
    const others = times(5, (index) => `+91 98100 0000${index}`);
    expect(guess([...INDIAN, ...others])).toEqual({ count: 20, guess: 'IN' });
  });

  it('or of the people in the directory', () => {
    expect(guess(INDIAN, { known: ['+919810000001'] })).toEqual({ count: 20, guess: 'IN' });
    const french = times(3, (index) => `06 12 34 56 7${index}`);
    expect(guess(french, { known: ['+919810000001', '+33612345678'] }).guess).toBe('FR');
  });

  it('or of the only country whose mobile phones have such numbers', () => {
    expect(guess(times(12, (index) => `0812-3456-78${10 + index}`)).guess).toBe('ID');
    // Too few to say so.
    expect(guess(times(3, (index) => `0812-3456-78${10 + index}`)).guess).toBeNull();
  });

  it('may be numbers whose + was forgotten', () => {
    const forgotten = times(20, (index) => `9198765431${10 + index}`);
    expect(guess(forgotten).guess).toBeNull();
    expect(guess([...forgotten, '+91 98100 00001']).guess).toBeNull();
  });

  it('are left alone where the chosen country fits, and not where it does not', () => {
    const known = ['+919810000001'];
    expect(guess(INDIAN, { chosen: 'IN', known }).guess).toBeNull();
    expect(guess(INDIAN, { chosen: 'DE', known: ['+4930123456'] }).guess).toBeNull();
    expect(guess(INDIAN, { chosen: 'CH', known }).guess).toBe('IN');
  });

  it('may have some that are wrong, but not many', () => {
    const wrong = (count: number) => times(count, (index) => `1234${index}`);
    const known = ['+919810000001'];
    expect(guess([...INDIAN, ...wrong(2)], { known })).toEqual({ count: 22, guess: 'IN' });
    expect(guess([...INDIAN, ...wrong(5)], { known }).guess).toBeNull();
  });

  it('are looked at from the start of a long file to its end', () => {
    const french = times(3_000, (index) => `06 12 3${String(1_0000 + index)}`);
    const mixed = [...times(3_000, (index) => `98765 4${1_0000 + index}`), ...french];
    const known = ['+919810000001', '+33612345678'];
    expect(guess(mixed, { known })).toEqual({ count: 6_000, guess: null });
  });
});

it.each([[['+91 98765 43210', '0091 98765 43210']], [['unknown', '112', '9.19877E+11']], [[]]])(
  '%j are no such numbers',
  (numbers) => {
    expect(guess(numbers)).toEqual({ count: 0, guess: null });
  },
);
