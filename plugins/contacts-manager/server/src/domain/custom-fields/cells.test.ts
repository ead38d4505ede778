import { customField } from '../../../../../../tests/factories/custom-fields';
import type { CustomField, FieldValue } from '../../../../shared/custom-fields';
import { readFieldCell, writeFieldCell } from './cells';

const field = (type: CustomField['type'], options: string[] = []) =>
  customField('one', { type, options });
const choice = field('choice', ['Small', 'a, b', '"q"']);
const choices = field('choices', ['Tea', 'Coffee, black', 'Say "hi"', 'Water']);

test.each<[CustomField, FieldValue]>([
  [field('text'), 'Rao, Menon & "Co"'],
  [field('text'), '=1+1'],
  [field('long-text'), 'one\ntwo'],
  [field('number'), -0.1],
  [field('number'), 1e-7],
  [field('number'), 9_007_199_254_740_991],
  [field('yes-no'), true],
  [field('yes-no'), false],
  [field('date'), '2026-03-31'],
  [choice, 'a, b'],
  [choice, '"q"'],
  [choices, ['Tea', 'Coffee, black', 'Say "hi"']],
  [field('email'), 'asha@example.com'],
  [field('link'), 'https://example.com/?a=1,2'],
])('%j: %j comes back from its cell as it was', (definition, value) => {
  const cell = writeFieldCell(definition, value);
  expect(readFieldCell(definition, cell)).toEqual({ ok: true, value });
});

test.each<[CustomField, string, FieldValue | null]>([
  [field('yes-no'), ' YES ', true],
  [field('yes-no'), 'True', true],
  [field('yes-no'), '1', true],
  [field('yes-no'), 'no', false],
  [field('yes-no'), 'FALSE', false],
  [field('yes-no'), '0', false],
  [choice, 'SMALL ', 'Small'],
  [choices, 'water, tea,Tea', ['Tea', 'Water']],
  [choices, '"coffee, black"\nTea', ['Tea', 'Coffee, black']],
  [field('number'), '1.50', 1.5],
  [choices, ' , ', null],
])('%j reads %j', (definition, cell, value) => {
  expect(readFieldCell(definition, cell)).toEqual({ ok: true, value });
});

test.each<[CustomField, string, string]>([
  [field('yes-no'), 'maybe', 'field.yes-no'],
  [field('number'), '1,5', 'field.number'],
  [field('date'), '2026-03-01T09:30:00', 'field.date'],
  [choice, 'Small, Tea', 'field.choice'],
  [choices, 'Tea, Beer', 'field.choice'],
  [choices, 'Tea; Water', 'field.choice'],
  [choices, '"Tea', 'field.choice'],
])('%j refuses %j', (definition, cell, code) => {
  expect(readFieldCell(definition, cell)).toEqual({ ok: false, code });
});

test('what only plain SQL can have stored is written as text', () => {
  expect(writeFieldCell(field('text'), { a: 1 })).toBe('{"a":1}');
  expect(writeFieldCell(field('text'), null)).toBe('');
});
