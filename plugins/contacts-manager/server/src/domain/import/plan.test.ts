import { customField } from '../../../../../../tests/factories/custom-fields';
import { createClaims } from './claims';
import { planBatch, type PlanContext } from './plan';
import type { DirectoryEntry, KnownNames, RawRow, SheetRow } from './types';
import { checkRow } from './validate';

const MAPPING = {
  name: 0,
  category: 1,
  primaryContact: 2,
  secondaryContact: 3,
  email: 4,
  groups: 5,
  notes: 6,
};
const P1 = '+919876543210';
const P2 = '+919876543211';
const P3 = '+919876543212';
const P4 = '+919876543213';

const KNOWN: KnownNames = {
  categories: new Map([
    ['student', 'Student'],
    ['lead', 'Lead'],
  ]),
  groups: new Map([
    ['choir', 'Choir'],
    ['pickup, north', 'Pickup, North'],
  ]),
};

const ASHA: DirectoryEntry = {
  phone: P1,
  slot: 'primary',
  contactId: 11,
  documentId: 'doc-asha',
  name: 'Asha Rao',
  contactStatus: 'archived',
  primaryContact: P1,
  secondaryContact: P2,
  email: 'asha@example.com',
  notes: 'old',
  customFields: null,
  categoryKey: 'student',
  groupKeys: ['choir'],
};
const ASHA_SECOND: DirectoryEntry = { ...ASHA, phone: P2, slot: 'secondary' };

function context(policy: Partial<PlanContext['policy']> = {}): PlanContext {
  let ids = 0;
  return {
    policy: {
      existing: 'skip',
      unknownNames: 'create',
      uniqueness: 'any',
      sharedSecondary: 'keep',
      defaultCountry: undefined,
      ...policy,
    },
    known: KNOWN,
    fields: [],
    claims: createClaims(),
    newDocumentId: () => `new-${(ids += 1)}`,
  };
}

const raw = (cells: string[], index: number): RawRow => ({ row: (index + 2) as SheetRow, cells });

function plan(rows: string[][], entries: DirectoryEntry[] = [], given = context()) {
  const checked = rows.flatMap(
    (cells, index) => checkRow(raw(cells, index), MAPPING, undefined) ?? [],
  );
  return planBatch(checked, entries, given);
}

const planOne = (cells: string[], entries: DirectoryEntry[], given = context()) =>
  plan([cells], entries, given)[0];

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

describe('a number that sits elsewhere', () => {
  it('is taken when it is the secondary number of a contact', () => {
    expect(planOne(['Ravi', '', P2], [ASHA_SECOND])).toMatchObject({
      decision: 'reject',
      contactId: null,
      issues: [{ field: 'primaryContact', code: 'phone.taken', value: P2, detail: 'Asha Rao' }],
    });
  });

  it('is taken as a secondary number in either slot', () => {
    for (const [entry, phone] of [
      [ASHA, P1],
      [ASHA_SECOND, P2],
    ] as const) {
      expect(planOne(['Ravi', '', P3, phone], [entry])).toMatchObject({
        decision: 'reject',
        issues: [{ field: 'secondaryContact', code: 'phone.taken', detail: 'Asha Rao' }],
      });
    }
  });

  it.each(['skip', 'update'] as const)('is taken from a matched row under %s', (existing) => {
    const ravi = { ...ASHA, phone: P3, contactId: 12, name: 'Ravi', primaryContact: P3 };
    expect(planOne(['Asha', '', P1, P3], [ASHA, ravi], context({ existing }))).toMatchObject({
      decision: 'reject',
      issues: [{ field: 'secondaryContact', code: 'phone.taken', detail: 'Ravi' }],
    });
  });

  it("is taken when a row swaps a contact's two numbers", () => {
    const staged = planOne(['Asha', '', P2, P1], [ASHA, ASHA_SECOND]);
    expect(staged?.issues.map(({ field, code }) => [field, code])).toEqual([
      ['primaryContact', 'phone.taken'],
      ['secondaryContact', 'phone.taken'],
    ]);
  });

  it('has one issue when a row names an existing number twice', () => {
    const staged = planOne(['Asha', '', P1, P1], [ASHA]);
    expect(staged?.issues.map(({ code }) => code)).toEqual(['phone.same-as-primary']);
  });
});

describe('a number that is repeated in the file', () => {
  const decisions = (rows: string[][], entries: DirectoryEntry[] = [], given = context()) =>
    plan(rows, entries, given).map(({ decision, issues }) =>
      [decision, ...issues.map(({ code, detail }) => `${code} ${detail ?? ''}`)].join(' '),
    );

  it('belongs to the first row, in either slot', () => {
    expect(
      decisions([
        ['A', '', P1, P2],
        ['B', '', '0091 98765 43210'],
        ['C', '', P2],
        ['D', '', P3, P1],
        ['E', '', P3],
      ]),
    ).toEqual([
      'create',
      'reject phone.repeated 2',
      'reject phone.repeated 2',
      'reject phone.repeated 2',
      'create',
    ]);
  });

  it('belongs to the first row without a problem', () => {
    expect(
      decisions([
        ['A', '', P1, '', 'not an address'],
        ['B', '', P1],
        ['C', '', P1],
      ]),
    ).toEqual(['reject email.invalid ', 'create', 'reject phone.repeated 3']);
  });

  it('is not claimed by a row that repeats another one', () => {
    expect(
      decisions([
        ['A', '', P1],
        ['B', '', P1, P2],
        ['C', '', P2],
      ]),
    ).toEqual(['create', 'reject phone.repeated 2', 'create']);
  });

  it('counts for existing contacts as well', () => {
    const rows = [
      ['A', '', P1],
      ['B', '', P1],
    ];
    expect(decisions(rows, [ASHA])).toEqual(['skip', 'reject phone.repeated 2']);
  });

  it('is remembered from batch to batch', () => {
    const given = context();
    expect(decisions([['A', '', P1]], [], given)).toEqual(['create']);
    expect(
      decisions(
        [
          ['B', '', P4],
          ['C', '', P1],
        ],
        [],
        given,
      ),
    ).toEqual(['create', 'reject phone.repeated 2']);
  });
});

it('matches by the primary number when shared secondary numbers give a number two owners', () => {
  const sibling = { ...ASHA_SECOND, phone: P1, contactId: 12, name: 'Ravi' };
  for (const entries of [
    [sibling, ASHA],
    [ASHA, sibling],
  ]) {
    const given = context({ uniqueness: 'primary' });
    expect(planOne(['Asha', '', P1], entries, given)).toMatchObject({
      decision: 'skip',
      contactId: 11,
    });
  }
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
