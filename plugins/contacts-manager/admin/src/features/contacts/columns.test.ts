import type { CustomField } from '../../../../shared/custom-fields';
import { sortSchema } from '../../../../shared/filter';
import { allColumns, chosenColumns, DEFAULT_COLUMNS, nextSort, sortOf } from './columns';

const CITY: CustomField = {
  ...{ documentId: 'f1', key: 'city', label: 'City', type: 'text', options: [] },
  ...{ required: false, help: null, defaultValue: null, position: 0 },
};
const keysOf = (keys: string[] | null) => chosenColumns(keys, [CITY]).map(({ key }) => key);

describe('the columns of the list', () => {
  it('are those of the product until somebody chooses others', () =>
    expect(keysOf(null)).toEqual([...DEFAULT_COLUMNS]));

  it('keep the order that was chosen', () =>
    expect(keysOf(['email', 'customFields.city', 'name'])).toEqual([
      'email',
      'customFields.city',
      'name',
    ]));

  it('leave out what is gone, and name each once', () =>
    expect(keysOf(['name', 'customFields.shoe', 'name', 'toString'])).toEqual(['name']));

  it('always say whose row it is', () => expect(keysOf(['email'])).toEqual(['name', 'email']));
});

describe('the order that a header asks for', () => {
  const joined: CustomField = { ...CITY, key: 'joined', type: 'date' };
  const firstSorts = allColumns([CITY, joined]).map((column) => {
    const { field, direction } = nextSort(column, { field: 'name', direction: 'asc' });
    expect(field).toBe(sortOf(column));
    return `${field}:${direction}`;
  });

  it('starts with the newest dates, the first letters, and turns round', () => {
    expect(firstSorts.filter((sort) => sort.endsWith(':desc'))).toEqual([
      'name:desc',
      'createdAt:desc',
      'statusChangedAt:desc',
      'lastInteractionAt:desc',
      'updatedAt:desc',
      'customFields.joined:desc',
    ]);
    expect(firstSorts).toContain('customFields.city:asc');
  });

  it('is one that addresses and the server understand', () => {
    expect(firstSorts.filter((sort) => !sortSchema.safeParse(sort).success)).toEqual([]);
  });
});
