import { readFieldValue, type CustomField } from './custom-fields';

type Definition = Pick<CustomField, 'type' | 'options'>;

const field = (type: Definition['type'], options: string[] = []): Definition => ({ type, options });
const choice = field('choice', ['S', 'M']);
const choices = field('choices', ['Tea', 'Coffee', 'Water']);

describe('a value is stored in one form', () => {
  test.each<[Definition, unknown, unknown]>([
    [field('text'), '  Cafe\u0301 ', 'Café'],
    [field('long-text'), 'one\r\ntwo\rthree ', 'one\ntwo\nthree'],
    [field('number'), 3.5, 3.5],
    [field('number'), ' 1e3 ', 1000],
    [field('number'), '-.5', -0.5],
    [field('yes-no'), false, false],
    [field('date'), ' 2028-02-29 ', '2028-02-29'],
    [choice, 'M', 'M'],
    [choices, ['Water', 'Tea', 'Water'], ['Tea', 'Water']],
    [choices, 'Coffee', ['Coffee']],
    [field('email'), ' Asha@Example.COM ', 'asha@example.com'],
    [field('link'), ' https://example.com/a?b=c#d ', 'https://example.com/a?b=c#d'],
  ])('%j takes %j', (definition, sent, stored) => {
    expect(readFieldValue(definition, sent)).toEqual({ ok: true, value: stored });
  });

  test('and what is stored is read back as the same', () => {
    const reading = readFieldValue(choices, ['Water', 'Tea']);
    expect(reading.ok && readFieldValue(choices, reading.value)).toEqual(reading);
  });

  test('minus zero is zero', () => {
    const reading = readFieldValue(field('number'), -0);
    expect(reading.ok && Object.is(reading.value, 0)).toBe(true);
  });
});

test.each([null, undefined, '', ' \n ', []])('%j is no value, whatever the type', (blank) => {
  for (const type of ['text', 'number', 'yes-no', 'date', 'email', 'link'] as const) {
    expect(readFieldValue(field(type), blank)).toEqual({ ok: true, value: null });
  }
  expect(readFieldValue(choices, blank)).toEqual({ ok: true, value: null });
});

test('a text of what cannot be stored is no value either', () => {
  expect(readFieldValue(field('text'), '\u0000')).toEqual({ ok: true, value: null });
});

describe('a value of another kind is refused', () => {
  test.each<[Definition, unknown, string]>([
    [field('text'), 5, 'value.invalid'],
    [field('text'), { toString: 'x' }, 'value.invalid'],
    [field('text'), 'two\nlines', 'value.invalid'],
    [field('text'), 'x'.repeat(1_001), 'field.too-long'],
    [field('long-text'), 'x'.repeat(10_001), 'field.too-long'],
    [field('number'), '0x10', 'field.number'],
    [field('number'), 'Infinity', 'field.number'],
    [field('number'), Number.NaN, 'field.number'],
    [field('number'), '1e999', 'field.number'],
    [field('number'), '12345678901234567890', 'field.number'],
    [field('number'), '1,5', 'field.number'],
    [field('number'), [1], 'field.number'],
    [field('number'), true, 'field.number'],
    [field('yes-no'), 'yes', 'field.yes-no'],
    [field('yes-no'), 1, 'field.yes-no'],
    [field('date'), '2026-02-29', 'field.date'],
    [field('date'), '31.03.2026', 'field.date'],
    [field('date'), '2026-03-31T10:00:00Z', 'field.date'],
    [field('date'), 20260331, 'field.date'],
    [choice, 's', 'field.choice'],
    [choice, ['S'], 'field.choice'],
    [choice, 'toString', 'field.choice'],
    [choices, ['Tea', 'Beer'], 'field.choice'],
    [choices, ['Tea', null], 'field.choice'],
    [choices, { 0: 'Tea' }, 'field.choice'],
    [field('email'), 'asha', 'email.invalid'],
    [field('email'), 7, 'email.invalid'],
    [field('link'), 'example.com', 'field.link'],
    [field('link'), 'javascript:alert(1)//http://', 'field.link'],
    [field('link'), 'https://exa mple.com', 'field.link'],
    [field('link'), 'https://example.com/\njavascript:alert(1)', 'field.link'],
    [field('link'), `https://example.com/${'x'.repeat(2_000)}`, 'field.too-long'],
    [field('link'), ['https://example.com'], 'field.link'],
  ])('%j refuses %j', (definition, sent, code) => {
    expect(readFieldValue(definition, sent)).toEqual({ ok: false, code });
  });
});
