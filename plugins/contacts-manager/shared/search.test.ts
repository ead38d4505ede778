import { searchTerms, searchTextOf } from './search';

const TEXT = searchTextOf({
  name: ' Łukasz  van der Berg-O’Neil ',
  primaryContact: '+48512345678',
  secondaryContact: '+442079460018',
  email: 'Lukasz.Berg@Example.com',
});

/** What the database does with a term, in one line. */
const finds = (query: string) =>
  searchTerms(query).every(({ kind, text }) =>
    TEXT.includes(kind === 'word-prefix' ? `  ${text}` : text),
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
