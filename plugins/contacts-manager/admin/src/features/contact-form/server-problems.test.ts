import { fieldError } from '../../../../shared/errors';
import { emptyEntry, type Entry } from './entries';
import { mergeProblems, placeProblems } from './server-problems';

const asha: Entry = { ...emptyEntry('a'), name: 'Asha', primaryContact: '+919876543210' };
const ben: Entry = { ...emptyEntry('b'), name: 'Ben', email: 'ben@example.com' };
const owner = { documentId: 'o', name: 'Olu', contactStatus: 'archived' };

describe('problems the server finds', () => {
  it('stand at the entry and field that were sent', () => {
    const { placed, unplaced } = placeProblems(
      [
        { ...fieldError(['contacts', 0, 'primaryContact'], 'phone.taken'), owner },
        fieldError(['contacts', 1, 'email'], 'email.invalid'),
      ],
      [asha, ben],
    );
    expect(unplaced).toEqual([]);
    expect(mergeProblems([asha, ben], [{}, {}], placed)).toEqual([
      { primaryContact: { code: 'phone.taken', owner } },
      { email: { code: 'email.invalid' } },
    ]);
  });

  it('follow their entry when another one is removed', () => {
    const { placed } = placeProblems(
      [fieldError(['contacts', 1, 'email'], 'email.invalid')],
      [asha, ben],
    );
    expect(mergeProblems([ben], [{}], placed)).toEqual([{ email: { code: 'email.invalid' } }]);
  });

  it('are gone once the value has changed', () => {
    const { placed } = placeProblems([fieldError(['email'], 'email.invalid')], [ben]);
    expect(mergeProblems([{ ...ben, email: 'b@example.com' }], [{}], placed)).toEqual([{}]);
  });

  it('give way to what the form finds itself', () => {
    const { placed } = placeProblems([fieldError(['name'], 'value.invalid')], [asha]);
    expect(mergeProblems([asha], [{ name: { code: 'name.invalid' } }], placed)).toEqual([
      { name: { code: 'name.invalid' } },
    ]);
  });

  it('stand at custom fields as well', () => {
    const sized = { ...asha, customFields: { size: 'XL' } };
    const { placed } = placeProblems(
      [
        fieldError(['contacts', 0, 'customFields', 'size'], 'field.choice'),
        fieldError(['contacts', 0, 'customFields', 'born'], 'field.required'),
      ],
      [sized],
    );
    expect(mergeProblems([sized], [{}], placed)).toEqual([
      {
        'customFields.size': { code: 'field.choice' },
        'customFields.born': { code: 'field.required' },
      },
    ]);
    const corrected = { ...sized, customFields: { size: 'M' } };
    expect(mergeProblems([corrected], [{}], placed)).toEqual([
      { 'customFields.born': { code: 'field.required' } },
    ]);
  });

  it('belong to no field when their path names none', () => {
    const { placed, unplaced } = placeProblems(
      [fieldError(['contacts', 9, 'email'], 'email.invalid')],
      [asha],
    );
    expect(placed).toEqual([]);
    expect(unplaced).toHaveLength(1);
  });
});
