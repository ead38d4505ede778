import { emptyEntry, isBlank, newKeys, patchEntry } from './entries';
import { fillIn, readTyped } from './typed-values';

const stored = {
  ...emptyEntry('asha'),
  name: 'Asha Rao',
  primaryContact: '+91 98765 43210',
  groups: ['choir'],
  notes: 'Prefers mornings',
};

describe('filling in what was typed elsewhere', () => {
  it('takes typed values, adds notes and groups, and says which', () => {
    const typed = {
      ...emptyEntry('new-1'),
      name: 'Asha Menon',
      primaryContact: '0091 98765 43210',
      secondaryContact: '+44 20 7946 0958',
      email: 'asha@example.com',
      groups: ['band', 'choir'],
      notes: 'Called',
    };
    expect(fillIn(stored, typed)).toEqual({
      entry: {
        ...stored,
        name: 'Asha Menon',
        secondaryContact: '+44 20 7946 0958',
        email: 'asha@example.com',
        groups: ['choir', 'band'],
        notes: 'Prefers mornings\nCalled',
      },
      filled: ['name', 'email', 'secondaryContact', 'groups', 'notes'],
    });
  });

  it('changes nothing by what is blank, there already, or has no room', () => {
    const full = { ...stored, secondaryContact: '+91 98765 43211' };
    const typed = {
      ...emptyEntry('new-1'),
      primaryContact: '+44 20 7946 0958',
      secondaryContact: '+91 98765 43211',
      notes: 'mornings',
    };
    expect(fillIn(full, typed)).toEqual({ entry: full, filled: [] });
  });

  it('reads only what a form of ours has handed over', () => {
    expect(readTyped({ typed: stored, draftId: 'a', returnTo: '/x' })?.typed).toEqual(stored);
    for (const state of [null, {}, { typed: { name: 'x' }, draftId: 'a' }]) {
      expect(readTyped(state)).toBeNull();
    }
  });
});

describe('entries', () => {
  it('are blank until something is typed or chosen', () => {
    expect(isBlank({ ...emptyEntry('new-1'), name: '  ' })).toBe(true);
    expect(isBlank({ ...emptyEntry('new-1'), groups: ['choir'] })).toBe(false);
    expect(isBlank({ ...emptyEntry('new-1'), category: 'student' })).toBe(false);
    expect(isBlank({ ...emptyEntry('new-1'), unknown: { category: 'x' } })).toBe(false);
  });

  it('get keys that no other has', () => {
    expect(newKeys([emptyEntry('new-3'), emptyEntry('new-1')], 2)).toEqual(['new-4', 'new-5']);
    expect(newKeys([], 1)).toEqual(['new-1']);
  });

  it('are settled by a choice', () => {
    const open = { ...emptyEntry('new-1'), unknown: { category: 'Studnet', groups: ['Band'] } };
    expect(patchEntry(open, { name: 'Asha' }).unknown).toEqual(open.unknown);
    expect(patchEntry(open, { category: null }).unknown).toEqual({ groups: ['Band'] });
    expect(patchEntry(patchEntry(open, { category: 'student' }), { groups: [] })).toEqual({
      ...emptyEntry('new-1'),
      category: 'student',
    });
  });
});
