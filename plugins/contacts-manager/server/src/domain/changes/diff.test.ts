import { diffAttributes } from './diff';

test('only what differs is kept', () => {
  expect(diffAttributes({ name: 'A', notes: 'x' }, { name: 'B', notes: 'x' })).toEqual({
    before: { name: 'A' },
    after: { name: 'B' },
  });
  expect(diffAttributes({ name: 'A' }, { name: 'A' })).toBeNull();
});

test('custom fields are compared one by one, and one without a value has null', () => {
  const before = { name: 'A', customFields: { size: 'M', tea: ['Green'], old: 1 } };
  const after = { name: 'A', customFields: { size: 'M', tea: ['Black'], vip: true } };
  expect(diffAttributes(before, after)).toEqual({
    before: { customFields: { tea: ['Green'], old: 1, vip: null } },
    after: { customFields: { tea: ['Black'], old: null, vip: true } },
  });
});

test('custom fields may come and go as a whole', () => {
  expect(diffAttributes({ customFields: null }, { customFields: { size: 'M' } })).toEqual({
    before: { customFields: { size: null } },
    after: { customFields: { size: 'M' } },
  });
  expect(diffAttributes({ customFields: null }, { customFields: null })).toBeNull();
});

test('attributes that only one side names are compared with nothing', () => {
  expect(diffAttributes({ customFields: { size: 'M' } }, { name: 'A' })).toEqual({
    before: { name: null },
    after: { name: 'A' },
  });
});
