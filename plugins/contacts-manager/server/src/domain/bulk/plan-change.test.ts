import { planChange, type BulkSubject } from './plan-change';

const record = (id: number, name: string) => ({ id, documentId: `doc${id}`, name });
const [chess, choir, drama] = [record(1, 'Chess'), record(2, 'Choir'), record(3, 'Drama')];
const ref = ({ documentId, name }: { documentId: string; name: string }) => ({ documentId, name });

const subject = (more: Partial<BulkSubject> = {}): BulkSubject => ({
  id: 1,
  documentId: 'asha',
  name: 'Asha',
  contactStatus: 'active',
  statusReason: 'Came back',
  statusChangedAt: '2026-01-01T00:00:00.000Z',
  category: null,
  groups: [],
  ...more,
});
const at = new Date('2026-05-05T05:05:05.005Z');

test('a status change overwrites reason and time, and keeps what they were', () => {
  const change = { kind: 'status', action: 'archive', reason: null, at } as const;
  expect(planChange(subject(), change)).toEqual({
    ok: true,
    before: {
      contactStatus: 'active',
      statusReason: 'Came back',
      statusChangedAt: '2026-01-01T00:00:00.000Z',
    },
    after: {
      contactStatus: 'archived',
      statusReason: null,
      statusChangedAt: '2026-05-05T05:05:05.005Z',
    },
  });
  expect(planChange(subject({ contactStatus: 'blocked' }), change)).toEqual({
    ok: false,
    code: 'status.transition',
  });
});

test('groups are added once, listed by name before and after', () => {
  const change = { kind: 'add-to-groups', groups: [chess, drama] } as const;
  const both = { ...change, groups: [...change.groups] };
  expect(planChange(subject({ groups: [choir, drama] }), both)).toEqual({
    ok: true,
    before: { groups: [ref(choir), ref(drama)] },
    after: { groups: [ref(chess), ref(choir), ref(drama)] },
  });
  expect(planChange(subject({ groups: [chess, drama] }), both)).toEqual({
    ok: false,
    code: 'unchanged',
  });
});

test('groups are removed where they are', () => {
  const change = { kind: 'remove-from-groups' as const, groups: [choir, drama] };
  expect(planChange(subject({ groups: [chess, choir] }), change)).toMatchObject({
    ok: true,
    after: { groups: [ref(chess)] },
  });
  expect(planChange(subject({ groups: [chess] }), change)).toEqual({
    ok: false,
    code: 'unchanged',
  });
});

test('a category is set, replaced and taken away', () => {
  const lead = record(9, 'Lead');
  const set = (category: typeof lead | null) => ({ kind: 'set-category' as const, category });
  expect(planChange(subject(), set(lead))).toEqual({
    ok: true,
    before: { category: null },
    after: { category: ref(lead) },
  });
  expect(planChange(subject({ category: lead }), set(null))).toEqual({
    ok: true,
    before: { category: ref(lead) },
    after: { category: null },
  });
  expect(planChange(subject({ category: lead }), set(lead)).ok).toBe(false);
  expect(planChange(subject(), set(null)).ok).toBe(false);
});
