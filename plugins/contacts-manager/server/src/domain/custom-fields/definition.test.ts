import { checkDefinition, makeKey, type FieldDraft } from './definition';

const draft = (more: Partial<FieldDraft>): FieldDraft => ({
  label: 'Company',
  type: 'text',
  options: [],
  required: false,
  help: null,
  defaultValue: undefined,
  ...more,
});
const problems = (more: Partial<FieldDraft>, others: { label: string }[] = []) => {
  const check = checkDefinition(draft(more), others);
  return check.ok ? [] : check.errors.map(({ path, code }) => [...path, code].join(' '));
};

describe('a label', () => {
  test.each(['Name', 'e-mail', 'PHONE', 'Remarks', 'Status', 'created at'])(
    '%j is a column of our own',
    (label) => {
      expect(problems({ label })).toEqual(['label field.label-taken']);
    },
  );

  test.each(['company', 'COMPANY', ' Com-pany ', 'Cómpany'])('%j is taken by Company', (label) => {
    expect(problems({ label }, [{ label: 'Company' }])).toEqual(['label field.label-taken']);
  });

  test('in any script differs from another', () => {
    expect(problems({ label: 'रमा' }, [{ label: 'राम' }, { label: '★' }])).toEqual([]);
    expect(problems({ label: '★' }, [{ label: '★' }])).toEqual(['label field.label-taken']);
  });
});

describe('options', () => {
  test('are there for choices, each once', () => {
    expect(problems({ type: 'choice' })).toEqual(['options field.options']);
    expect(problems({ type: 'choices', options: ['Tea', 'tea'] })).toEqual([
      'options field.options',
    ]);
    expect(problems({ type: 'choices', options: ['Tea', 'Coffee'] })).toEqual([]);
  });

  test('of another type are left out', () => {
    const check = checkDefinition(draft({ options: ['Tea'] }), []);
    expect(check).toMatchObject({ ok: true, field: { options: [] } });
  });
});

test('a default is a value of the field', () => {
  const size = { type: 'choice', options: ['S', 'M'] } as const;
  expect(problems({ ...size, options: ['S', 'M'], defaultValue: 'L' })).toEqual([
    'defaultValue field.choice',
  ]);
  expect(checkDefinition(draft({ type: 'number', defaultValue: ' 7 ' }), [])).toMatchObject({
    field: { defaultValue: 7 },
  });
  expect(checkDefinition(draft({ defaultValue: ' ' }), [])).toMatchObject({
    field: { defaultValue: null },
  });
});

test.each([
  ['Date of birth', 'dateOfBirth'],
  ['Größe (cm)', 'grosseCm'],
  ['2nd name', 'field2ndName'],
  ['会社', 'field'],
  ['Name', 'name2'],
  ['valueOf', 'valueof'],
  ['Shirt', 'shirt2'],
  ['x'.repeat(80), 'x'.repeat(50)],
])('the key of %j is %s', (label, key) => {
  expect(makeKey(label, (wanted) => wanted !== 'shirt')).toBe(key);
});
