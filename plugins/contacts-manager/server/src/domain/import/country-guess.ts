import type { NumbersWithoutCountry } from '../../../../shared/contracts/imports';
import {
  allCountries,
  countryOf,
  isMobileOf,
  isNumberOf,
  lacksCountryCode,
  type CountryCode,
} from '../../../../shared/phone';
import type { CheckedRow } from './types';

/**
 * Which country the numbers without country code are of: that of the file's other numbers or of the directory, when
 * nearly all of them are numbers there; without such a hint the only country of the world where they are numbers of
 * mobile phones, as most people's are: some countries call nearly any digits a number. It is
 * offered to a person and never taken for granted, because most lists fit more than one country.
 */

/** Numbers looked at of each kind; a share of them is as good as one of all. */
const SAMPLE = 200;
/** Of numbers that fit a country; lists have wrong numbers, too. */
const FITS = 0.9;
/** Of the international numbers; a country of fewer says nothing of the others. */
const HINT = 0.1;
/** So many numbers, when nothing but themselves speaks for a country, and so few of them may fit another one. */
const ENOUGH_ALONE = 10;
const FITS_ELSEWHERE = 0.5;

/** Texts of a stream of any length, each n-th of them, so that the start of the file counts no more than its end. */
class Sample {
  count = 0;
  texts: string[] = [];
  private every = 1;

  add(text: string): void {
    if (this.count % this.every === 0) this.texts.push(text);
    this.count += 1;
    if (this.texts.length <= SAMPLE) return;
    this.texts = this.texts.filter((_, index) => index % 2 === 0);
    this.every *= 2;
  }
}

export interface NumberSample {
  withoutCode: Sample;
  international: Sample;
}

export const createNumberSample = (): NumberSample => ({
  withoutCode: new Sample(),
  international: new Sample(),
});

export function sampleNumbers(
  { withoutCode, international }: NumberSample,
  { cells }: Pick<CheckedRow, 'cells'>,
): void {
  for (const text of [cells.primaryContact, cells.secondaryContact]) {
    if (text === undefined) continue;
    (lacksCountryCode(text) ? withoutCode : international).add(text);
  }
}

interface Reading {
  /** The country that such numbers were read in; undefined when they were read as international numbers. */
  chosen: CountryCode | undefined;
  /** Numbers that the directory has. */
  known: readonly string[];
}

export function summariseNumbers(sample: NumberSample, reading: Reading): NumbersWithoutCountry {
  return { count: sample.withoutCode.count, guess: guessCountry(sample, reading) ?? null };
}

function guessCountry(
  { withoutCode: { texts }, international }: NumberSample,
  { chosen, known }: Reading,
): CountryCode | undefined {
  if (texts.length === 0 || (chosen && fits(texts, chosen))) return undefined;
  const hints = [...new Set([...frequent(international.texts), ...frequent(known)])];
  if (!chosen && areInternational(texts, hints)) return undefined;
  return hints.find((country) => fits(texts, country)) ?? onlyFit(texts);
}

/** Countries of many of these numbers, the most frequent first. */
function frequent(numbers: readonly string[]): CountryCode[] {
  const uses = new Map<CountryCode, number>();
  let total = 0;
  for (const number of numbers) {
    const country = countryOf(number);
    if (!country) continue;
    uses.set(country, (uses.get(country) ?? 0) + 1);
    total += 1;
  }
  return [...uses]
    .filter(([, count]) => count >= total * HINT)
    .sort(([, a], [, b]) => b - a)
    .map(([country]) => country);
}

/** Whether their `+` was only forgotten: they are numbers with it, of countries that are expected if any are. */
function areInternational(texts: readonly string[], hints: readonly CountryCode[]): boolean {
  const isExpected = (text: string) => {
    const country = countryOf(text);
    return country !== undefined && (hints.length === 0 || hints.includes(country));
  };
  return texts.filter(isExpected).length >= texts.length * FITS;
}

const fits = (
  texts: readonly string[],
  country: CountryCode,
  { isOne = isNumberOf, share = FITS } = {},
): boolean => {
  const misses = Math.floor(texts.length * (1 - share));
  let missed = 0;
  return texts.every((text) => isOne(country, text) || ++missed <= misses);
};

function onlyFit(texts: readonly string[]): CountryCode | undefined {
  if (texts.length < ENOUGH_ALONE) return undefined;
  const few = texts.slice(0, LOOKED_AT_EVERYWHERE);
  const possible = allCountries().filter((country) =>
    fits(few, country, { isOne: isMobileOf, share: FITS_ELSEWHERE }),
  );
  const [only] = possible;
  return possible.length === 1 && only && fits(texts, only, { isOne: isMobileOf })
    ? only
    : undefined;
}
/** Most of the world's countries are out after the first few. */
const LOOKED_AT_EVERYWHERE = 50;
