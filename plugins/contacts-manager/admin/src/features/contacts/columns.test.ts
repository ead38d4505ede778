import type { CustomField } from '../../../../shared/custom-fields';
import { chosenColumns, DEFAULT_COLUMNS } from './columns';

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
