import { emptyEntry } from '../entries';
import { appendRows, type Directory } from './entries-of-rows';

const directory: Directory = {
  categories: [{ documentId: 'student', name: 'Student' }],
  groups: [
    { documentId: 'choir', name: 'Choir' },
    { documentId: 'pickup', name: 'Pickup, North' },
  ],
  fields: [
    { key: 'shirt', type: 'choice', options: ['S', 'M'] },
    { key: 'drinks', type: 'choices', options: ['Tea', 'Water, still'] },
    { key: 'vip', type: 'yes-no', options: [] },
    { key: 'age', type: 'number', options: [] },
  ],
};

describe('rows in the form', () => {
  it('find categories and groups by name, without regard to case', () => {
    const { entries } = appendRows(
      [emptyEntry('new-1')],
      [{ name: ' Asha ', category: 'STUDENT', groups: 'choir, "Pickup, North", Choir' }],
      directory,
    );
    expect(entries).toMatchObject([
      { key: 'new-2', name: 'Asha', category: 'student', groups: ['choir', 'pickup'] },
    ]);
    expect(entries[0]?.unknown).toBeUndefined();
  });

  it('have values of custom fields, as the form has them', () => {
    const row = {
      'customFields.shirt': ' m ',
      'customFields.drinks': '"water, still", Tea',
      'customFields.vip': 'Yes',
      'customFields.age': '30',
    };
    expect(appendRows([], [row], directory).entries[0]?.customFields).toEqual({
      shirt: 'M',
      drinks: ['Water, still', 'Tea'],
      vip: true,
      age: '30',
    });
    const wrong = { name: 'Asha', 'customFields.shirt': 'XXL', 'customFields.vip': 'maybe' };
    expect(appendRows([], [wrong], directory).entries[0]?.customFields).toEqual({
      shirt: 'XXL',
      vip: 'maybe',
    });
  });

  it('keep unknown names as something to be settled', () => {
    const row = { name: 'Asha', category: 'Studnet', groups: 'Choir\nBand' };
    expect(appendRows([], [row], directory).entries).toMatchObject([
      { category: null, groups: ['choir'], unknown: { category: 'Studnet', groups: ['Band'] } },
    ]);
  });

  it('come behind what is typed, as far as there is room', () => {
    const typed = { ...emptyEntry('new-7'), name: 'Typed' };
    const rows = Array.from({ length: 120 }, (_row, index) => ({ name: `Row ${index}` }));
    const result = appendRows([emptyEntry('new-1'), typed], rows, directory);
    expect(result).toMatchObject({ added: 99, left: 21 });
    expect(result.entries).toHaveLength(100);
    expect(new Set(result.entries.map(({ key }) => key)).size).toBe(100);
    expect(result.entries.slice(0, 2).map(({ key }) => key)).toEqual(['new-7', 'new-8']);
  });
});
