import { chooseSheet } from './choose-sheet';
import type { HeaderReading } from './headers';

const table = { headers: [], headerRow: 1 };
const ready: HeaderReading = { kind: 'ready', ...table, mapping: {}, dataStart: 1 };
const asks = (guess: { primaryContact?: number }): HeaderReading => ({
  kind: 'needs-mapping',
  ...table,
  question: 'columns',
  guess,
});
const [people, text, useless] = [
  asks({ primaryContact: 1 }),
  asks({}),
  { kind: 'missing-column' } as const,
];

it.each<[string, (HeaderReading | null)[], ReturnType<typeof chooseSheet>]>([
  ['the only one with rows', [null, text], { index: 1, isObvious: true }],
  ['the only list of people', [text, ready, null], { index: 1, isObvious: true }],
  ['the only list of people, by its cells', [useless, text, people], { index: 2, isObvious: true }],
  ['one of two lists, after asking', [people, ready], { index: 1, isObvious: false }],
  ['one of two tables, after asking', [useless, text, text], { index: 1, isObvious: false }],
  [
    'the first of those that are of no use',
    [null, useless, useless],
    { index: 1, isObvious: true },
  ],
  ['none when all are empty', [null, null], null],
])('takes %s', (_which, readings, expected) => {
  expect(chooseSheet(readings)).toEqual(expected);
});
