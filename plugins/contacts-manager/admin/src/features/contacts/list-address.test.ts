import {
  EMPTY_ADDRESS,
  isNarrowed,
  readAddress,
  writeAddress,
  type ListAddress,
} from './list-address';

const read = (text: string) => readAddress(new URLSearchParams(text));

describe('the address of a list', () => {
  it('says nothing when everything is the default', () => {
    expect(writeAddress(EMPTY_ADDRESS)).toBe('');
    expect(read('')).toEqual(EMPTY_ADDRESS);
  });

  it('comes back as it was written, however the search is spelled', () => {
    const address: ListAddress = {
      search: 'Łukasz & Söhne +91 #1',
      category: ['c1'],
      groups: ['g1', 'g2'],
      sort: { field: 'name', direction: 'asc' },
      page: 7,
      pageSize: 100,
    };
    expect(read(writeAddress(address))).toEqual(address);
  });

  it.each([
    'sort=id:asc',
    'sort=name:up',
    'page=-1',
    'page=1e9',
    'page=x',
    'pageSize=33',
    'groups=',
  ])('takes %s for not said', (text) => expect(read(text)).toEqual(EMPTY_ADDRESS));

  it('is narrowed by a search, a category or a group, not by a page', () => {
    expect(isNarrowed(read('page=3&sort=name:asc'))).toBe(false);
    expect(['search=a', 'category=c', 'groups=g'].map((text) => isNarrowed(read(text)))).toEqual([
      true,
      true,
      true,
    ]);
  });
});
