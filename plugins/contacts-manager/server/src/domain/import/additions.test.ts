import { ASHA, context, P1, P3, planOne } from '../../../../../../tests/factories/import-plans';

const choir = { key: 'choir', name: 'Choir' };
const spring = { key: 'spring', name: 'Spring' };
const lead = { key: 'lead', name: 'Lead' };
const given = (groups = [spring], category: typeof lead | null = null) =>
  context({ existing: 'update', added: { groups, category } });
const without = { ...ASHA, categoryKey: null };

it('makes an update of a row that changes nothing else', () => {
  expect(planOne(['', '', P1], [ASHA], given())).toMatchObject({
    decision: 'update',
    changes: [{ field: 'groups', before: 'Choir', after: 'Choir, Spring' }],
    groupKeys: [],
  });
  expect(planOne(['', '', P1], [ASHA], given([choir]))?.decision).toBe('unchanged');
});

it('gives a category to those who have none, in the row or already', () => {
  const added = () => given([], lead);
  expect(planOne(['', '', P1], [ASHA], added())?.decision).toBe('unchanged');
  expect(planOne(['', '', P1], [without], added())?.changes).toEqual([
    { field: 'category', before: '', after: 'Lead' },
  ]);
  expect(planOne(['', 'Student', P1], [without], added())?.changes).toEqual([
    { field: 'category', before: '', after: 'Student' },
  ]);
});

it('names each group once, and leaves skipped and new rows as they are', () => {
  const twice = planOne(['', '', P1, '', '', 'Spring'], [ASHA], given());
  expect(twice?.changes).toEqual([{ field: 'groups', before: 'Choir', after: 'Choir, Spring' }]);
  const policy = { added: { groups: [spring], category: lead } };
  expect(planOne(['', '', P1], [ASHA], context(policy))?.decision).toBe('skip');
  expect(planOne(['New', '', P3], [], context(policy))).toMatchObject({
    decision: 'create',
    groupKeys: [],
    categoryKey: null,
  });
});
