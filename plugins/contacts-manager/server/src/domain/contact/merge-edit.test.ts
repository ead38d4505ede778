import { lastChangeOf, mergeEdit, type EditValues } from './merge-edit';

const base: EditValues = {
  name: 'Asha Rao',
  email: 'asha@example.com',
  category: 'student',
  groups: ['choir', 'news'],
  notes: null,
  customFields: { city: 'Pune', age: 30 },
};
const merge = (stored: EditValues, sent: EditValues) =>
  mergeEdit({ ...base, ...stored }, base, sent);

describe('an edit', () => {
  test('of what nobody else touched goes through', () => {
    expect(merge({}, { name: 'Asha Menon' })).toEqual({
      conflicts: [],
      meanwhile: [],
      groups: undefined,
    });
  });

  test('of another field than a colleague keeps both, and says so', () => {
    expect(merge({ email: 'new@example.com' }, { name: 'Asha Menon' })).toMatchObject({
      conflicts: [],
      meanwhile: [['email']],
    });
  });

  test('of the same field to something else is in conflict', () => {
    expect(
      merge({ email: 'theirs@example.com', category: null }, { email: 'mine@example.com' }),
    ).toMatchObject({ conflicts: [['email']], meanwhile: [['category']] });
  });

  test('to what a colleague has written already is none', () => {
    expect(merge({ email: null }, { email: null })).toMatchObject({ conflicts: [], meanwhile: [] });
  });

  test('takes empty for empty, however it is written', () => {
    expect(mergeEdit({ notes: null }, { notes: '' }, { notes: 'x' }).conflicts).toEqual([]);
  });

  test('looks at each custom field by itself', () => {
    expect(
      merge({ customFields: { city: 'Delhi', age: 31 } }, { customFields: { city: 'Goa' } }),
    ).toMatchObject({
      conflicts: [['customFields', 'city']],
      meanwhile: [['customFields', 'age']],
    });
    expect(
      merge({ customFields: { age: 30 } }, { customFields: { city: 'Goa' } }).conflicts,
    ).toEqual([['customFields', 'city']]);
  });
});

describe('groups', () => {
  test('that two people add and take away fit together', () => {
    expect(merge({ groups: ['news', 'band'] }, { groups: ['choir', 'news', 'open-day'] })).toEqual({
      conflicts: [],
      meanwhile: [['groups']],
      groups: ['news', 'band', 'open-day'],
    });
    expect(merge({ groups: ['choir', 'news', 'band'] }, { groups: [] }).groups).toEqual(['band']);
  });

  test('replace the list where nobody says what was there', () => {
    expect(mergeEdit({ groups: ['a'] }, {}, { groups: ['b'] }).groups).toEqual(['b']);
  });
});

test('the last change of a field is the newest that touched it', () => {
  const changes = [
    { id: 3, before: { name: 'B' }, after: { name: 'C' } },
    {
      id: 2,
      before: { customFields: { age: 1, city: 'x' } },
      after: { customFields: { age: 2, city: 'x' } },
    },
    { id: 1, before: null, after: { name: 'B', customFields: { city: 'x' } } },
  ];
  expect(lastChangeOf(['name'], changes)?.id).toBe(3);
  expect(lastChangeOf(['customFields', 'age'], changes)?.id).toBe(2);
  expect(lastChangeOf(['customFields', 'city'], changes)?.id).toBe(1);
  expect(lastChangeOf(['email'], changes)).toBeUndefined();
});
