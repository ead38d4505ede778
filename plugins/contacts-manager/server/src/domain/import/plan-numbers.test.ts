import {
  ASHA,
  ASHA_SECOND,
  context,
  P1,
  P2,
  P3,
  P4,
  plan,
  planOne,
} from '../../../../../../tests/factories/import-plans';
import type { DirectoryEntry } from './types';

/** Numbers of a row that somebody else has: a contact, or another row of the file. */
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
