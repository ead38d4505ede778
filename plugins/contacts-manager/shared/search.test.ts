import type { CountryCode } from './phone';
import { searchTerms, searchTextOf } from './search';

const TEXT = searchTextOf({
  name: ' Łukasz  van der Berg-O’Neil ',
  primaryContact: '+48512345678',
  secondaryContact: '+442079460018',
  email: 'Lukasz.Berg@Example.com',
});

/** What the database does with a term, in one line. */
const finds = (query: string, country?: CountryCode, text = TEXT) =>
  searchTerms(query, country).every((term) =>
    [term.kind === 'word-prefix' ? `  ${term.text}` : term.text, term.alternative].some(
      (needle) => needle !== undefined && text.includes(needle),
    ),
  );

it('is words apart by two spaces, two in front', () => {
  expect(TEXT).toBe(
    '  lukasz  van  der  berg-o’neil  48512345678  442079460018  lukasz.berg@example.com',
  );
  expect(searchTextOf({ name: 'A', primaryContact: '+1', secondaryContact: null })).toBe('  a  1');
});

it.each([
  'łukasz',
  'LUKASZ',
  'berg lukasz',
  'v',
  'va de',
  'asz',
  'example.com',
  'lukasz.b',
  '+48 512 345 678',
  '+48512345678',
  '0048 512 345-678',
  '512345678',
  '0512 345 678',
  '345678',
  '5 1 2 3',
  '(020) 7946 0018',
  '٥١٢٣٤٥',
  'lukasz +48',
  'lukasz 345678',
  '',
])('finds %j', (query) => {
  expect(finds(query)).toBe(true);
});

it.each(['z', 'ukasz x', 'asha', '512346', 'as', 'lukasz 999'])('does not find %j', (query) => {
  expect(finds(query)).toBe(false);
});

it.each<[stored: string, query: string, country?: CountryCode]>([
  ['+442079460018', '+44 (0)20 7946 0018'],
  ['+442079460018', '0044(0)20 7946 0018'],
  ['+442079460018', '+44 (0)20 7946'],
  ['+442079460018', 'tel:+44-20-7946-0018'],
  ['+48512345678', 'tel:+48512345678'],
  ['+48512345678', 'WhatsApp: 48 512 345 678'],
  ['+48512345678', '\u202a+48\u00a0512‑345–678\u202c'],
  ['+79123456789', '8 912 345-67-89', 'RU'],
  ['+36201234567', '06 20 123 4567', 'HU'],
  ['+390612345678', '+39 (0)6 1234 5678'],
  ['+919876543210', '098765 43210', 'IN'],
])('finds %s by %j', (stored, query, ...[country]) => {
  const text = searchTextOf({ name: 'Somebody', primaryContact: stored });
  expect(finds(query, country, text)).toBe(true);
});

it('looks a number up twice only where its digits are others than the stored ones', () => {
  const alternatives = (query: string, country?: CountryCode) =>
    searchTerms(query, country).map(({ alternative }) => alternative);
  expect(alternatives('8 912 345-67-89', 'RU')).toEqual(['79123456789']);
  expect(alternatives('8 912 345-67-89', 'IN')).toEqual([undefined]);
  expect(alternatives('098765 43210', 'IN')).toEqual([undefined]);
  expect(alternatives('06 20 123 4567', 'HU')).toEqual([undefined]);
  expect(alternatives('345678', 'IN')).toEqual([undefined]);
});

it('keeps zeros inside a number', () => {
  expect(searchTerms('946 0018')).toEqual([{ kind: 'substring', text: '9460018' }]);
  expect(searchTerms('007')).toEqual([{ kind: 'substring', text: '007' }]);
});

it('asks an index for short words: by the start of a word, never anywhere', () => {
  expect(searchTerms('xu')).toEqual([{ kind: 'word-prefix', text: 'xu' }]);
  expect(searchTerms('東京')).toEqual([{ kind: 'word-prefix', text: '東京' }]);
  expect(searchTerms('xuv')).toEqual([{ kind: 'substring', text: 'xuv' }]);
});

it('never hands a zero byte to the database', () => {
  expect(searchTerms('a\u0000b')).toEqual([{ kind: 'word-prefix', text: 'ab' }]);
});
