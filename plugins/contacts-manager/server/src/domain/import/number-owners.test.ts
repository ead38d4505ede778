import { createClaims } from './claims';
import { planBatch } from './plan';
import type { DirectoryEntry, ImportPolicy, SheetRow } from './types';
import { checkRow } from './validate';

const MAPPING = { name: 0, primaryContact: 1, secondaryContact: 2 };
const PARENT = '+919876543210';
const ASHA = '+919876543211';
const BEN = '+919876543212';

const MEERA: DirectoryEntry = {
  phone: PARENT,
  slot: 'primary',
  contactId: 1,
  documentId: 'meera',
  name: 'Meera Rao',
  contactStatus: 'active',
  primaryContact: PARENT,
  secondaryContact: null,
  email: null,
  notes: null,
  customFields: null,
  categoryKey: null,
  groupKeys: [],
};
const STORED_ASHA: DirectoryEntry = {
  ...MEERA,
  contactId: 2,
  documentId: 'asha',
  name: 'Asha Rao',
  phone: ASHA,
  primaryContact: ASHA,
  secondaryContact: PARENT,
};

function plan(rows: string[][], entries: DirectoryEntry[], policy: Partial<ImportPolicy> = {}) {
  const checked = rows.flatMap(
    (cells, index) => checkRow({ row: (index + 2) as SheetRow, cells }, MAPPING, undefined) ?? [],
  );
  return planBatch(checked, entries, {
    policy: {
      existing: 'skip',
      unknownNames: 'create',
      uniqueness: 'primary',
      sharedSecondary: 'keep',
      defaultCountry: undefined,
      ...policy,
    },
    known: { categories: new Map(), groups: new Map() },
    fields: [],
    claims: createClaims(),
    newDocumentId: () => 'new',
  });
}

const SIBLINGS = [
  ['Asha', ASHA, PARENT],
  ['Ben', BEN, PARENT],
];

it('secondary numbers are shared within a file, and with the directory', () => {
  expect(plan(SIBLINGS, [])).toMatchObject([
    { decision: 'create', sharesNumber: false },
    { decision: 'create', secondaryContact: PARENT, sharesNumber: true },
  ]);
  expect(plan(SIBLINGS, [MEERA])).toMatchObject([
    { decision: 'create', sharesNumber: true },
    { decision: 'create', sharesNumber: true },
  ]);
});

it('or left blank, of all but the first who has it', () => {
  expect(plan(SIBLINGS, [], { sharedSecondary: 'drop' })).toMatchObject([
    { secondaryContact: PARENT, sharesNumber: false },
    { decision: 'create', secondaryContact: null, sharesNumber: true },
  ]);
});

it('they are problems where no number may be shared', () => {
  expect(plan(SIBLINGS, [], { uniqueness: 'any' })).toMatchObject([
    { decision: 'create' },
    { decision: 'reject', issues: [{ field: 'secondaryContact', code: 'phone.repeated' }] },
  ]);
});

it('a primary number may be somebody else’s secondary one, and no other primary one', () => {
  const second = { ...STORED_ASHA, phone: PARENT, slot: 'secondary' as const };
  expect(plan([['Meera', PARENT, '']], [second])).toMatchObject([{ decision: 'create' }]);
  const rows = [
    ['Meera', PARENT, ''],
    ['Again', PARENT, ''],
  ];
  expect(plan(rows, [second])).toMatchObject([
    { decision: 'create' },
    { decision: 'reject', issues: [{ code: 'phone.repeated', detail: '2' }] },
  ]);
});

it('a row matches by its primary number, whoever shares it', () => {
  const shared = { ...STORED_ASHA, phone: PARENT, slot: 'secondary' as const };
  expect(plan([['Meera', PARENT, '']], [shared, MEERA])).toMatchObject([
    { decision: 'skip', documentId: 'meera' },
  ]);
});

it('what a contact has already is not counted as shared', () => {
  const entries = [
    STORED_ASHA,
    { ...STORED_ASHA, phone: PARENT, slot: 'secondary' as const },
    MEERA,
  ];
  expect(plan([['Asha Rao', ASHA, PARENT]], entries, { existing: 'update' })).toMatchObject([
    { decision: 'unchanged', sharesNumber: false },
  ]);
});
