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
