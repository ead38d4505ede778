import type { ContactView } from '../../../../shared/contracts/contacts';
import { changeOf, changesOf, entryOf, type Entry } from './entries';

const contact: ContactView = {
  documentId: 'asha',
  name: 'Asha Rao',
  primaryContact: '+919876543210',
  secondaryContact: '+4930901820',
  email: 'asha@example.com',
  category: { documentId: 'student', name: 'Student', color: null },
  groups: [
    { documentId: 'choir', name: 'Choir', color: null },
    { documentId: 'news', name: 'Newsletter', color: null },
  ],
  contactStatus: 'active',
  statusReason: null,
  statusChangedAt: null,
  notes: 'Prefers mornings',
  source: 'manual',
  customFields: { size: 'M', score: 7, drinks: ['Tea'] },
  lastInteractionAt: null,
  createdAt: '2024-01-01T00:00:00.000Z',
  updatedAt: '2024-01-01T00:00:00.000Z',
};
const changes = (patch: Partial<Entry>) =>
  changesOf(entryOf(contact), { ...entryOf(contact), ...patch });

describe('what one edited field sends', () => {
  const start = entryOf(contact);
  const values = { ...start.customFields, size: 'L', drinks: [], city: ' ' };
  const entry = { ...start, name: 'Asha Menon', email: '', customFields: values };

  it('is its own value, among custom fields by its key', () => {
    expect(changeOf(start, entry, 'name')).toEqual({ name: 'Asha Menon' });
    expect(changeOf(start, entry, 'email')).toEqual({ email: null });
    expect(changeOf(start, entry, 'customFields.size')).toEqual({ customFields: { size: 'L' } });
    expect(changeOf(start, entry, 'customFields.drinks')).toEqual({ customFields: { drinks: [] } });
  });

  it('is nothing when it says the same as before', () => {
    for (const field of ['notes', 'customFields.score', 'customFields.city'] as const) {
      expect(changeOf(start, entry, field)).toBeNull();
    }
  });
});

describe('what an edited contact sends', () => {
  it('is nothing when nothing was changed', () => {
    expect(changes({})).toEqual({});
  });

  it('is the changed fields and no others', () => {
    expect(changes({ name: 'Asha Menon', category: 'teacher' })).toEqual({
      name: 'Asha Menon',
      category: 'teacher',
    });
  });

  it('empties what was emptied, and says so', () => {
    const emptied = changes({
      secondaryContact: ' ',
      email: '',
      category: null,
      groups: [],
      notes: '',
    });
    expect(emptied).toEqual({
      secondaryContact: null,
      email: null,
      category: null,
      groups: [],
      notes: null,
    });
  });

  it('takes neither spaces, nor another spelling, nor another order for a change', () => {
    expect(
      changes({
        name: ' Asha Rao ',
        primaryContact: '0091-98765-43210',
        groups: ['news', 'choir'],
        notes: 'Prefers mornings\n',
      }),
    ).toEqual({});
  });

  it('names all groups when one is added, because the list replaces the one before', () => {
    expect(changes({ groups: ['choir', 'news', 'open-day'] })).toEqual({
      groups: ['choir', 'news', 'open-day'],
    });
  });

  it('names only the custom fields that were changed, and null for what was emptied', () => {
    const { customFields } = contact;
    expect(
      changes({
        customFields: { ...customFields, score: ' 7 ', size: 'M ', drinks: [], vip: false },
      }),
    ).toEqual({ customFields: { drinks: [], vip: false } });
    expect(changes({ customFields: { ...customFields, size: '' } })).toEqual({
      customFields: { size: '' },
    });
    expect(changes({ customFields: { ...customFields, vip: null, note: ' ' } })).toEqual({});
  });

  it('keeps an unreadable number as it was typed, so that it is refused and not lost', () => {
    expect(changes({ primaryContact: '12' })).toEqual({ primaryContact: '12' });
  });
});
