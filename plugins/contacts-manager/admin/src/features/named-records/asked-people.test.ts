import { EMPTY_ADDRESS } from '../contacts/list-address';
import { NOT_ASKED, selectAsked } from './asked-people';

test('without a condition nobody is selected, though a status is chosen', () => {
  expect(selectAsked(NOT_ASKED)).toBeNull();
  expect(selectAsked({ ...NOT_ASKED, status: 'archived' })).toBeNull();
});

test('everybody who matches is selected, of one status or of all', () => {
  const address = { ...EMPTY_ADDRESS, category: ['c1'], hasEmail: 'yes' as const };
  expect(selectAsked({ status: 'active', address })).toEqual({
    kind: 'filter',
    filter: { status: 'active', category: ['c1'], hasEmail: 'yes' },
    except: [],
  });
  expect(selectAsked({ status: '', address })).toMatchObject({
    filter: { category: ['c1'], hasEmail: 'yes' },
  });
  expect(selectAsked({ status: '', address })?.kind === 'filter').toBe(true);
});

test('days are those of the reader', () => {
  const address = { ...EMPTY_ADDRESS, createdFrom: '2026-03-01' };
  expect(selectAsked({ status: '', address })).toMatchObject({
    filter: { createdFrom: expect.stringMatching(/^2026-0[23]-\d\dT/) },
  });
});
