import { leaveOut, seenBy, valueAt } from './edit-values';

const sent = {
  name: 'Asha',
  email: null,
  groups: ['choir'],
  customFields: { city: 'Pune', age: 30 },
};

describe('what an edit says it saw', () => {
  it('has nothing in the custom fields that were empty and are filled in now', () => {
    const base = { name: 'Asha', customFields: { age: 29, zip: '411001' } };
    expect(seenBy(sent, base)).toEqual({
      name: 'Asha',
      customFields: { city: null, age: 29, zip: '411001' },
    });
    expect(seenBy({ name: 'Asha R' }, base)).toBe(base);
  });
});

describe('choosing between two versions', () => {
  it('sends what the person keeps of their own', () => {
    expect(leaveOut(sent, [['email'], ['customFields', 'age']])).toEqual({
      name: 'Asha',
      groups: ['choir'],
      customFields: { city: 'Pune' },
    });
  });

  it('sends nothing when everything stays as the other person left it', () => {
    const all = [
      ['name'],
      ['email'],
      ['groups'],
      ['customFields', 'city'],
      ['customFields', 'age'],
    ];
    expect(leaveOut(sent, all)).toEqual({});
  });

  it('reads values wherever they stand', () => {
    expect(valueAt(sent, ['name'])).toBe('Asha');
    expect(valueAt(sent, ['customFields', 'age'])).toBe(30);
    expect(valueAt(sent, ['notes'])).toBeUndefined();
  });
});
