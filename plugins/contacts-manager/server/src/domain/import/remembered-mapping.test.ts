import { headersKey, recallMapping } from './remembered-mapping';

const HEADERS = ['Kunde', 'Ort', 'Rufnummer', 'Rufnummer', ''];
const MAPPING = { name: 0, primaryContact: 3, secondaryContact: 2, notes: 1 };
const recall = (headers: string[], more: Partial<Parameters<typeof recallMapping>[1]> = {}) =>
  recallMapping(headers, { headers: HEADERS, mapping: MAPPING, ...more }, [
    { key: 'size', label: 'Shirt size' },
  ]);

it('knows the same headers whatever their order, spelling and blank ones', () => {
  const key = headersKey(HEADERS);
  expect(headersKey(['rufnummer ', 'ORT', '', 'Rufnummer', 'kunde'])).toBe(key);
  expect(headersKey(['Kunde', 'Ort', 'Rufnummer'])).not.toBe(key);
  expect(headersKey(['', ' '])).toBeNull();
});

it('finds the columns by their headers, of two alike by their order', () => {
  expect(recall(HEADERS)).toEqual(MAPPING);
  expect(recall(['Rufnummer', 'Rufnummer', 'ort', 'kunde'])).toEqual({
    name: 3,
    primaryContact: 1,
    secondaryContact: 0,
    notes: 2,
  });
});

it('leaves out what was left out, and custom fields that are gone', () => {
  const mapping = { name: 0, primaryContact: 2, notes: null, 'customFields.gone': 1 } as const;
  expect(recall(HEADERS, { mapping })).toEqual({ name: 0, primaryContact: 2 });
  const kept = { name: 0, primaryContact: 2, 'customFields.size': 1 } as const;
  expect(recall(HEADERS, { mapping: kept })).toEqual(kept);
});

it("never goes over the template's own headers, nor over the label of a custom field", () => {
  const headers = ['Who', 'Name', 'Mobile', 'Phone', 'Shirt size'];
  const mapping = { name: 0, primaryContact: 3, notes: 4 };
  expect(recall(headers, { headers, mapping })).toEqual({
    name: 1,
    primaryContact: 3,
    'customFields.size': 4,
  });
  const twice = ['Name', 'Name', 'Phone'];
  const second = { name: 1, primaryContact: 2 };
  expect(recall(twice, { headers: twice, mapping: second })).toEqual(second);
});
