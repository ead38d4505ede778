import {
  EMPTY_ADDRESS,
  filterOf,
  isNarrowed,
  MAX_NUMBERS,
  pastedNumbers,
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
      ...EMPTY_ADDRESS,
      groupsAll: ['g3'],
      groupsNone: ['g4'],
      views: ['v1'],
      source: ['import', 'inbound'],
      createdFrom: '2026-01-31',
      statusChangedTo: '2026-02-28',
      hasEmail: 'no',
      fields: ['link:is:https://example.com/?a=1&b=2', 'size:in:["S"]'],
      numbers: ['+91 98765 43210'],
      view: 'v2',
      columns: ['name', 'customFields.city'],
      search: 'Łukasz & Söhne +91 #1',
      category: ['c1'],
      groups: ['g1', 'g2'],
      sort: { field: 'customFields.city', direction: 'asc' },
      page: 7,
      pageSize: 100,
    };
    expect(read(writeAddress(address))).toEqual(address);
  });

  it('names the usual order and page size too, once they were chosen', () => {
    const named = 'sort=createdAt%3Adesc&pageSize=25';
    expect(read(named)).toMatchObject({ pageSize: 25, sort: { direction: 'desc' } });
    expect(writeAddress(read(named))).toBe(named);
  });

  it('holds so many pasted numbers, and says of how many they are the first', () => {
    const all = Array.from({ length: 812 }, (_, index) => `+91 98765 ${10_000 + index}`);
    const address = { ...EMPTY_ADDRESS, ...pastedNumbers(all) };
    expect(address).toMatchObject({ numbers: all.slice(0, MAX_NUMBERS), pasted: 812 });
    expect(read(writeAddress(address))).toEqual(address);
    expect(filterOf('active', address)).toEqual({ status: 'active', numbers: address.numbers });
    expect(pastedNumbers(all.slice(0, MAX_NUMBERS)).pasted).toBe(0);
    expect(read('numbers=1&pasted=812').pasted).toBe(0);
  });

  it('is that of a group or category for as long as it keeps to the one', () => {
    const group = 'groups=g1&opened=groups';
    expect(read(group).opened).toBe('groups');
    expect(writeAddress(read(`${group}&search=an`))).toBe('groups=g1&search=an&opened=groups');
    expect(read('category=c1&opened=categories').opened).toBe('categories');
    const others = ['opened=groups', `${group}&groups=g2`, `${group}&views=v`, 'groups=g&opened=x'];
    expect(others.map((text) => read(text).opened)).toEqual(['', '', '', '']);
    expect(filterOf('active', read(group))).toEqual({ status: 'active', groups: ['g1'] });
  });

  it.each([
    'sort=id:asc',
    'sort=name:up',
    'sort=customFields.:asc',
    'page=-1',
    'page=1e9',
    'page=x',
    'pageSize=33',
    'groups=',
    'source=fax',
    'createdFrom=yesterday',
    'createdTo=2026-13-01',
    'hasEmail=maybe',
  ])('takes %s for not said', (text) => expect(read(text)).toEqual(EMPTY_ADDRESS));

  it('is narrowed by a search and every filter, not by a page, columns or the view it came from', () => {
    expect(isNarrowed(read('page=3&sort=name:asc&columns=name&view=v'))).toBe(false);
    const texts = ['search=a', 'category=c', 'groups=g', 'groupsNone=g', 'hasSecondary=no'];
    expect(texts.filter((text) => !isNarrowed(read(text)))).toEqual([]);
  });
});
