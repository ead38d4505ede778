import { readPlace } from './list-place';

const ROOT = '/plugins/contacts-manager';

describe('the list a contact was opened from', () => {
  it('is read from its address', () => {
    expect(
      readPlace(`${ROOT}/archived?search=an&category=c&groups=a&groups=b&sort=name:asc`),
    ).toEqual({
      filter: { status: 'archived', search: 'an', category: ['c'], groups: ['a', 'b'] },
      sort: 'name:asc',
    });
    expect(readPlace(`${ROOT}/active`)).toEqual({
      filter: { status: 'active' },
      sort: 'createdAt:desc',
    });
    expect(readPlace(`${ROOT}/active`, 'name:asc')).toMatchObject({ sort: 'name:asc' });
    expect(readPlace(`${ROOT}/active?sort=email:desc`, 'name:asc')).toMatchObject({
      sort: 'email:desc',
    });
  });

  it.each([undefined, '', `${ROOT}/history`, `${ROOT}/contacts/x`])('is none in %p', (path) => {
    expect(readPlace(path)).toBeNull();
  });
});
