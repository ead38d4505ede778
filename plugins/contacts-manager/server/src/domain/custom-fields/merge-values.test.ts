import { customField } from '../../../../../../tests/factories/custom-fields';
import { mergeFieldValues } from './merge-values';

const definitions = [
  customField('company'),
  customField('shirt', { type: 'choice', options: ['S', 'M'], required: true }),
  customField('member', { type: 'yes-no', defaultValue: false }),
];

const merge = (sent: unknown, stored: Record<string, unknown> | null = null) => {
  const { values, errors } = mergeFieldValues(sent, { definitions, stored });
  return { values, problems: errors.map(({ path, code }) => [...path, code].join(' ')) };
};

describe('a new contact', () => {
  it('has the defaults of what nobody mentioned', () => {
    expect(merge({ shirt: 'M' })).toEqual({ values: { shirt: 'M', member: false }, problems: [] });
  });

  it('has no default where somebody said that there is no value', () => {
    expect(merge({ shirt: 'M', member: null }).values).toEqual({ shirt: 'M' });
  });

  it.each([undefined, null, {}, { shirt: null }, { shirt: ' ' }])(
    'with %j lacks what is required',
    (sent) => {
      expect(merge(sent).problems).toEqual(['customFields shirt field.required']);
    },
  );

  it('lists every problem by its key', () => {
    expect(merge({ shirt: 'XXL', company: 5, planet: 'Mars' }).problems).toEqual([
      'customFields shirt field.choice',
      'customFields company value.invalid',
      'customFields planet field.unknown',
    ]);
  });

  it('knows no names of JavaScript’s own', () => {
    const sent: unknown = JSON.parse('{"shirt":"S","__proto__":{"a":1},"constructor":"x"}');
    expect(merge(sent).problems).toEqual([
      'customFields __proto__ field.unknown',
      'customFields constructor field.unknown',
    ]);
  });

  it('has nothing at all where there are no fields', () => {
    expect(mergeFieldValues(undefined, { definitions: [], stored: null }).values).toBeNull();
  });
});

describe('an existing contact', () => {
  const stored = { company: 'Rao & Co', shirt: 'XL', gone: 7 };

  it('keeps what is not mentioned', () => {
    expect(merge({ company: ' Menon ' }, stored)).toEqual({
      values: { company: 'Menon', shirt: 'XL', gone: 7 },
      problems: [],
    });
  });

  it('may be sent back as it is, with values of deleted fields and options', () => {
    expect(merge({ ...stored }, stored)).toEqual({ values: stored, problems: [] });
  });

  it('may not have other values of deleted fields and options', () => {
    expect(merge({ shirt: 'XXL', gone: 8 }, stored).problems).toEqual([
      'customFields shirt field.choice',
      'customFields gone field.unknown',
    ]);
  });

  it.each([null, '', ' '])('loses a value to %j', (blank) => {
    expect(merge({ company: blank }, stored).values).toEqual({ shirt: 'XL', gone: 7 });
  });

  it('keeps a value that is required, and is not asked for one that it never had', () => {
    expect(merge({ shirt: null }, stored).problems).toEqual(['customFields shirt field.required']);
    expect(merge({ shirt: null, company: 'Rao' }, {})).toEqual({
      values: { company: 'Rao' },
      problems: [],
    });
  });

  it('loses every value of the fields there are to null, and no other', () => {
    expect(merge(null, { company: 'Rao', gone: 7 })).toEqual({ values: { gone: 7 }, problems: [] });
    expect(merge(null, { company: 'Rao' }).values).toBeNull();
  });

  it('gets no defaults', () => {
    expect(merge({}, { company: 'Rao' }).values).toEqual({ company: 'Rao' });
  });
});
