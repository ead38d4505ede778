import { customField } from '../../../../../../tests/factories/custom-fields';
import { emptyEntry, type Entry } from './entries';
import { validateEntries } from './validate-entries';

const entry = (values: Partial<Entry>): Entry => ({
  ...emptyEntry('1'),
  name: 'Asha Rao',
  primaryContact: '+91 98765 43210',
  ...values,
});
const codes = (entries: Entry[], country?: 'IN') =>
  validateEntries(entries, country).map((problems) =>
    Object.fromEntries(Object.entries(problems).map(([field, problem]) => [field, problem?.code])),
  );

describe('custom fields', () => {
  const fields = [
    customField('score', { type: 'number' }),
    customField('size', { type: 'choice', options: ['S', 'M'], required: true }),
    customField('vip', { type: 'yes-no', required: true, defaultValue: false }),
  ];
  const found = (customFields: Entry['customFields'], stored: Entry['customFields'] | null) =>
    Object.entries(
      validateEntries([entry({ customFields })], undefined, { fields, stored })[0] ?? {},
    ).map(([field, problem]) => `${field} ${problem?.code}`);

  it('are required of a new contact unless there is a default', () => {
    expect(found({}, null)).toEqual(['customFields.size field.required']);
    expect(found({ size: 'M', score: ' 7 ' }, null)).toEqual([]);
    expect(found({ size: 'M', score: 'x', vip: null }, null)).toEqual([
      'customFields.score field.number',
      'customFields.vip field.required',
    ]);
  });

  it('of an existing contact may be what they were', () => {
    const stored = { size: 'gone', score: 7 };
    expect(found(stored, stored)).toEqual([]);
    expect(found({ ...stored, size: null }, stored)).toEqual(['customFields.size field.required']);
    expect(found({ ...stored, size: 'XL' }, stored)).toEqual(['customFields.size field.choice']);
  });
});

describe('validating the form', () => {
  it('finds nothing wrong with a name and a number', () => {
    expect(codes([entry({})])).toEqual([{}]);
  });

  it('names every problem of an entry at its field', () => {
    expect(
      codes([
        entry({
          name: ' ',
          primaryContact: '',
          secondaryContact: '+91 12',
          email: 'asha@',
          notes: 'ok',
        }),
      ]),
    ).toEqual([
      {
        name: 'name.invalid',
        primaryContact: 'phone.required',
        secondaryContact: 'phone.invalid',
        email: 'email.invalid',
      },
    ]);
  });

  it('asks for the country code only where there is no default country', () => {
    expect(codes([entry({ primaryContact: '98765 43210' })])).toEqual([
      { primaryContact: 'phone.country-code-missing' },
    ]);
    expect(codes([entry({ primaryContact: '98765 43210' })], 'IN')).toEqual([{}]);
  });

  it('refuses a secondary number that is the primary in another spelling', () => {
    expect(codes([entry({ secondaryContact: '0091-98765-43210' })])).toEqual([
      { secondaryContact: 'phone.same-as-primary' },
    ]);
  });

  it('marks the later of two entries that share a number, in whatever slot', () => {
    expect(
      codes([
        entry({ secondaryContact: '+49 30 901820' }),
        entry({ primaryContact: '+4930901820' }),
        entry({ primaryContact: '+49 30 901821', secondaryContact: '+919876543210' }),
      ]),
    ).toEqual([{}, { primaryContact: 'phone.repeated' }, { secondaryContact: 'phone.repeated' }]);
  });
});
