import { buildSchema, getIntrospectionQuery, parse, validate } from 'graphql';
import { limitSelections, MAX_SELECTIONS } from './graphql-limits';

const schema = buildSchema(`
  type Query { contacts: [Contact] }
  type Contact { name: String groups: [Contact] }
`);
const problemsOf = (text: string): string[] =>
  validate(schema, parse(text), [limitSelections]).map(({ message }) => message);
const TOO_MUCH = [expect.stringContaining('Ask for less at once')];

/** Fragments that each spread the next one twice: `levels` of them ask for two to that power. */
const doubling = (levels: number, innermost: string) =>
  Array.from({ length: levels }, (_, level) => {
    const next = `...F${level + 1}`;
    const body = level === levels - 1 ? innermost : `${next} ${next}`;
    return `fragment F${level} on Contact { ${body} }`;
  }).join('\n');

test('fragments of fragments are counted without being opened again and again', () => {
  const started = performance.now();
  expect(problemsOf(`{ contacts { ...F0 } } ${doubling(30, 'name')}`)).toEqual(TOO_MUCH);
  expect(performance.now() - started).toBeLessThan(500);
});

test('a fragment counts wherever it is spread', () => {
  expect(problemsOf(`{ contacts { ...F0 } } ${doubling(6, 'groups { name }')}`)).toEqual([]);
  expect(problemsOf(`{ contacts { ...F0 } } ${doubling(7, 'groups { name }')}`)).toEqual(TOO_MUCH);
});

test('fields count, at the top and in all, also those of fragments', () => {
  const aliases = (count: number) =>
    Array.from({ length: count }, (_, n) => `a${n}: contacts { name }`).join(' ');
  expect(problemsOf(`{ ...Top } fragment Top on Query { ${aliases(10)} }`)).toEqual([]);
  expect(problemsOf(`{ ...Top } fragment Top on Query { ${aliases(11)} }`)).toEqual(TOO_MUCH);
  expect(problemsOf(`{ ... on Query { ${aliases(11)} } }`)).toEqual(TOO_MUCH);
  expect(problemsOf(`{ contacts { ${'name '.repeat(MAX_SELECTIONS - 1)} } }`)).toEqual([]);
  expect(problemsOf(`{ contacts { ${'name '.repeat(MAX_SELECTIONS)} } }`)).toEqual(TOO_MUCH);
});

test('fragments that hold themselves end', () => {
  const circle = 'fragment A on Contact { ...B } fragment B on Contact { ...A }';
  expect(problemsOf(`{ contacts { ...A } } ${circle}`)).toEqual([]);
});

test('introspection', () => {
  expect(problemsOf(getIntrospectionQuery())).toEqual([]);
});
