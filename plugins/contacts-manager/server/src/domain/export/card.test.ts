import type { ContactView } from '../../../../shared/contracts/contacts';
import { exportColumns } from '../../../../shared/export-columns';
import { contactCard } from './card';

const asha: ContactView = {
  documentId: 'abc123',
  name: 'Asha Rao',
  primaryContact: '+919812345678',
  secondaryContact: '+442079460958',
  email: 'asha@example.com',
  category: null,
  groups: [{ documentId: 'g', name: 'Choir', color: null }],
  contactStatus: 'active',
  statusReason: null,
  statusChangedAt: null,
  notes: 'sings',
  source: 'manual',
  customFields: null,
  lastInteractionAt: null,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
};
const name = {
  uid: 'abc123',
  name: 'Asha Rao',
  primaryContact: '+919812345678',
  secondaryContact: '+442079460958',
};

test('a card has name and numbers always, the rest by the columns', () => {
  const columns = exportColumns([]);
  const all = { ...name, email: 'asha@example.com', groups: ['Choir'], notes: 'sings' };
  expect(contactCard(asha, columns)).toEqual(all);
  const status = columns.filter(({ key }) => key === 'status');
  expect(contactCard(asha, status)).toEqual({ ...name, email: null, groups: [], notes: null });
});
