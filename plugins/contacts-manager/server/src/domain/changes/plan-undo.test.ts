import { planUndo } from './plan-undo';

const choir = { documentId: 'g1', name: 'Choir' };
const band = { documentId: 'g2', name: 'Band' };

describe('a contact that is as the change left it', () => {
  it('gets its values back', () => {
    const item = { before: { contactStatus: 'active' }, after: { contactStatus: 'archived' } };
    expect(planUndo({ name: 'Asha', contactStatus: 'archived' }, item)).toEqual({
      kind: 'write',
      values: { contactStatus: 'active' },
    });
  });

  it('may have changed elsewhere meanwhile', () => {
    const item = { before: { groups: [] }, after: { groups: [choir] } };
    expect(planUndo({ name: 'Renamed since', groups: [choir] }, item).kind).toBe('write');
  });

  it('may have its groups renamed and in another order', () => {
    const item = { before: { groups: [] }, after: { groups: [choir, band] } };
    const current = { groups: [band, { ...choir, name: 'Singers' }] };
    expect(planUndo(current, item).kind).toBe('write');
  });

  it('goes to the bin when the change made it', () => {
    const item = { before: null, after: { name: 'Asha', source: 'import' } };
    const current = { name: 'Asha', source: 'import', notes: null, groups: [] };
    expect(planUndo(current, item)).toEqual({ kind: 'remove' });
    expect(planUndo({ ...current, lastInteractionAt: '2026-01-01T00:00:00.000Z' }, item)).toEqual({
      kind: 'remove',
    });
  });

  it('comes back when the change took it away', () => {
    expect(planUndo(null, { before: { name: 'Asha' }, after: null })).toEqual({
      kind: 'bring-back',
    });
  });
});

describe('a contact that was changed since keeps its newer values', () => {
  const skip = { kind: 'skip', code: 'undo.changed-since' };

  it('in what the change touched', () => {
    const item = { before: { name: 'Asha' }, after: { name: 'Asha Rao' } };
    expect(planUndo({ name: 'Asha R.' }, item)).toEqual(skip);
  });

  it('in anything, when the change made it', () => {
    const item = { before: null, after: { name: 'Asha' } };
    expect(planUndo({ name: 'Asha', groups: [choir] }, item)).toEqual(skip);
  });

  it('by coming back already', () => {
    expect(planUndo({ name: 'Asha' }, { before: { name: 'Asha' }, after: null })).toEqual(skip);
  });

  it('and one that is gone is named as gone', () => {
    const item = { before: { name: 'Asha' }, after: { name: 'Asha Rao' } };
    expect(planUndo(null, item)).toEqual({ kind: 'skip', code: 'contact.not-found' });
  });
});

describe('custom fields', () => {
  const item = {
    before: { customFields: { size: 'M', vip: null } },
    after: { customFields: { size: 'L', vip: true } },
  };

  it('get their values back, whatever else has changed since', () => {
    const current = { name: 'Asha', customFields: { size: 'L', vip: true, tea: 'Green' } };
    expect(planUndo(current, item)).toEqual({
      kind: 'write',
      values: { customFields: { size: 'M', tea: 'Green' } },
    });
  });

  it('that were changed again keep their newer values', () => {
    const skip = { kind: 'skip', code: 'undo.changed-since' };
    expect(planUndo({ customFields: { size: 'XL', vip: true } }, item)).toEqual(skip);
    expect(planUndo({ customFields: { size: 'L' } }, item)).toEqual(skip);
    expect(planUndo({ customFields: null }, item)).toEqual(skip);
  });

  it('end as nothing when they began so', () => {
    const first = {
      before: { customFields: { size: null } },
      after: { customFields: { size: 'L' } },
    };
    expect(planUndo({ customFields: { size: 'L' } }, first)).toEqual({
      kind: 'write',
      values: { customFields: null },
    });
  });

  it('of changes that were recorded whole come back as well', () => {
    const whole = {
      before: { customFields: { size: 'M' } },
      after: { customFields: { tea: 'x' } },
    };
    expect(planUndo({ customFields: { tea: 'x' } }, whole)).toEqual({
      kind: 'write',
      values: { customFields: { size: 'M' } },
    });
  });
});
