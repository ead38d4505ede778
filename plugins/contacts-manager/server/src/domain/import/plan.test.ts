import { customField } from '../../../../../../tests/factories/custom-fields';
import {
  ASHA,
  ASHA_SECOND,
  context,
  MAPPING,
  P1,
  P2,
  P3,
  planOne,
  raw,
} from '../../../../../../tests/factories/import-plans';
import { planBatch } from './plan';
import type { DirectoryEntry } from './types';
import { checkRow } from './validate';

describe('a new number', () => {
  it('is created, with its search text and an id of its own', () => {
    const cells = ['Łukasz Rao', 'Student', P1, P2, 'L@example.com', 'Choir, New', 'note'];
    expect(planOne(cells, [])).toMatchObject({
      row: 2,
      decision: 'create',
      documentId: 'new-1',
      contactId: null,
      name: 'Łukasz Rao',
      primaryContact: P1,
      secondaryContact: P2,
      email: 'l@example.com',
      notes: 'note',
      categoryKey: 'student',
      groupKeys: ['choir', 'new'],
      searchText: '  lukasz  rao  919876543210  919876543211  l@example.com',
      changes: [],
      issues: [],
    });
  });

  it('needs a name', () => {
    expect(planOne(['', '', P1], [])).toMatchObject({
      decision: 'reject',
      documentId: null,
      issues: [{ row: 2, field: 'name', code: 'name.invalid', value: '' }],
    });
  });

  it('is rejected with all issues of its row', () => {
    const staged = planOne(['', '', 'abc', '', 'x'], []);
    expect(staged?.issues.map(({ code }) => code).sort()).toEqual([
      'email.invalid',
      'name.invalid',
      'phone.invalid',
    ]);
  });
});

describe('a number that is the primary number of a contact', () => {
  it('is skipped, whatever else the row says and whatever the status of its owner', () => {
    expect(planOne(['Other name', 'Lead', P1, '', 'new@example.com'], [ASHA])).toMatchObject({
      decision: 'skip',
      contactId: 11,
      documentId: 'doc-asha',
      changes: [],
      searchText: null,
      issues: [],
    });
  });

  it('is skipped without a name, too', () => {
    expect(planOne(['', '', P1], [ASHA])).toMatchObject({ decision: 'skip' });
  });

  const update = context({ existing: 'update' });

  it('is updated field by field, before and after', () => {
    const cells = ['Asha R.', 'Lead', P1, P3, 'New@example.com', '"Pickup, North", New', 'new'];
    expect(planOne(cells, [ASHA], context({ existing: 'update' }))).toMatchObject({
      decision: 'update',
      contactId: 11,
      documentId: 'doc-asha',
      changes: [
        { field: 'name', before: 'Asha Rao', after: 'Asha R.' },
        { field: 'category', before: 'Student', after: 'Lead' },
        { field: 'secondaryContact', before: P2, after: P3 },
        { field: 'email', before: 'asha@example.com', after: 'new@example.com' },
        { field: 'groups', before: 'Choir', after: 'Choir, "Pickup, North", New' },
        { field: 'notes', before: 'old', after: 'new' },
      ],
      searchText: '  asha  r.  919876543210  919876543212  new@example.com',
    });
  });

  it('never loses anything to a blank cell, and keeps it in the search text', () => {
    expect(planOne(['', '', P1, '', '', '', 'more'], [ASHA], update)).toMatchObject({
      decision: 'update',
      name: null,
      email: null,
      changes: [{ field: 'notes', before: 'old', after: 'more' }],
      searchText: '  asha  rao  919876543210  919876543211  asha@example.com',
    });
  });

  it('is unchanged when every cell says what is there', () => {
    const cells = ['Asha Rao', 'STUDENT', P1, P2, 'ASHA@example.com', 'choir', 'old'];
    expect(planOne(cells, [ASHA, ASHA_SECOND], context({ existing: 'update' }))).toMatchObject({
      decision: 'unchanged',
      contactId: 11,
      changes: [],
    });
  });
});

describe('names of categories and groups that do not exist', () => {
  const cells = ['Asha', 'Studnet', P1, '', '', 'Choir, New, "Old, too"'];

  it('are welcome by default', () => {
    expect(planOne(cells, [])).toMatchObject({ decision: 'create', categoryKey: 'studnet' });
  });

  it('are problems, each by its name, when they shall be rejected', () => {
    const staged = planOne(cells, [], context({ unknownNames: 'reject' }));
    expect(staged?.decision).toBe('reject');
    expect(staged?.issues.map(({ field, code, value }) => [field, code, value])).toEqual([
      ['category', 'category.unknown', 'Studnet'],
      ['groups', 'group.unknown', 'New'],
      ['groups', 'group.unknown', 'Old, too'],
    ]);
  });
});

describe('custom fields', () => {
  const fields = [
    customField('size', { type: 'choice', options: ['S', 'M'], required: true }),
    customField('vip', { type: 'yes-no', defaultValue: false }),
    customField('born', { type: 'date' }),
  ];
  const mapping = { ...MAPPING, 'customFields.size': 7, 'customFields.born': 8 };
  const planFields = (rows: string[][], entries: DirectoryEntry[] = []) =>
    planBatch(
      rows.flatMap((cells, index) => checkRow(raw(cells, index), mapping, undefined, fields) ?? []),
      entries,
      { ...context({ existing: 'update' }), fields },
    );
  const asha = (...values: string[]) => ['Asha', '', P1, '', '', '', '', ...values];

  it('of new contacts are what the cells say, and defaults', () => {
    const [row] = planFields([asha('m', '2000-02-29')]);
    expect(row).toMatchObject({
      decision: 'create',
      customFields: { size: 'M', vip: false, born: '2000-02-29' },
    });
  });

  it('that are required or unreadable make a row a problem, once a cell', () => {
    const [missing, unreadable] = planFields([asha('', '29.02.2000'), asha('XL', '')]);
    expect(missing?.issues).toMatchObject([
      { field: 'customFields.born', code: 'field.date', value: '29.02.2000' },
      { field: 'customFields.size', code: 'field.required', value: '' },
    ]);
    expect(unreadable?.issues).toMatchObject([
      { field: 'customFields.size', code: 'field.choice', value: 'XL' },
    ]);
  });

  it('of a contact that is there are compared, and blank cells say nothing', () => {
    const entry = { ...ASHA, secondaryContact: null, customFields: { size: 'M', gone: 1 } };
    const [update, unchanged] = planFields(
      [
        ['Asha Rao', '', P1, '', '', '', '', 'S', ''],
        ['Asha Rao', '', P2, '', '', '', '', 'm', ''],
      ],
      [entry, { ...entry, phone: P2, primaryContact: P2, contactId: 12 }],
    );
    expect(update).toMatchObject({ decision: 'update', customFields: { size: 'S' } });
    expect(update?.changes).toEqual([{ field: 'customFields.size', before: 'M', after: 'S' }]);
    expect(unchanged).toMatchObject({ decision: 'unchanged', changes: [] });
  });

  it('that hold an option removed since pass as an export writes them, and stay as they are', () => {
    const given = [
      ...fields,
      customField('langs', { type: 'choices', options: ['Hindi', 'Tamil'] }),
    ];
    const entry = {
      ...ASHA,
      secondaryContact: null,
      customFields: { size: 'XL', langs: ['Hindi', 'Old, too'] },
    };
    const columns = { ...mapping, 'customFields.langs': 9 };
    const planAll = (...rows: string[][]) =>
      planBatch(
        rows.flatMap((cells, at) => checkRow(raw(cells, at), columns, undefined, given) ?? []),
        [entry],
        { ...context({ existing: 'update' }), fields: given },
      );
    const row = (name: string, ...values: string[]) => [name, '', P1, '', '', '', '', ...values];
    const exported = ['XL', '', 'Hindi, "Old, too"'];
    expect(planAll(row('Asha Rao', ...exported))).toMatchObject([
      { decision: 'unchanged', changes: [], issues: [] },
    ]);
    const [renamed] = planAll(row('Asha Roy', ...exported));
    expect(renamed).toMatchObject({ decision: 'update', customFields: null });
    expect(renamed?.changes).toMatchObject([{ field: 'name' }]);
    const [other] = planAll(row('Asha Rao', 'XXL', '', '"Old, too"'));
    expect(other?.issues).toMatchObject([
      { field: 'customFields.size', code: 'field.choice', value: 'XXL' },
      { field: 'customFields.langs', code: 'field.choice', value: '"Old, too"' },
    ]);
  });
});
