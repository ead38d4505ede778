import { isTable, readPastedRows } from './read-rows';

const table = (...rows: string[][]) => rows.map((cells) => cells.join('\t')).join('\r\n');

it.each([
  ['Asha\t+91 98765 43210', true],
  ['Asha\nBo', true],
  ['Asha Rao', false],
  ['Asha Rao\r\n', false],
  ['', false],
])('knows whether %j is a table', (text, expected) => {
  expect(isTable(text)).toBe(expected);
});

describe('pasted rows', () => {
  it('are read by their headers, in any order and words', () => {
    const text = table(
      ['E-Mail', 'Age', 'Full name', 'Mobile', 'Notes'],
      ['asha@example.com', '30', 'Asha', '+91 98765 43210', '"two\nlines"'],
      ['', '', 'Bo', '+91 98765 43211', ''],
    );
    expect(readPastedRows(text)).toEqual({
      rows: [
        {
          email: 'asha@example.com',
          name: 'Asha',
          primaryContact: '+91 98765 43210',
          notes: 'two\nlines',
        },
        { name: 'Bo', primaryContact: '+91 98765 43211' },
      ],
      ignored: ['Age'],
    });
  });

  it('are read by the labels and keys of custom fields, too', () => {
    const text = table(
      ['Name', 'T-shirt Size', 'phone', 'vip', 'Age'],
      ['Asha', 'M', '+91 98765 43210', 'yes', '30'],
    );
    const fields = [
      { key: 'shirt', label: 'T-Shirt size' },
      { key: 'vip', label: 'Very important' },
    ];
    expect(readPastedRows(text, { fields })).toEqual({
      rows: [
        {
          name: 'Asha',
          'customFields.shirt': 'M',
          primaryContact: '+91 98765 43210',
          'customFields.vip': 'yes',
        },
      ],
      ignored: ['Age'],
    });
  });

  it('are read in the order of the template where there are no headers', () => {
    const text = table(
      ['Asha', 'Student', '+91 98765 43210', '', 'asha@example.com', 'Choir, Band', 'Hi', 'more'],
      ['', '', '', '', '', '', '', ''],
    );
    expect(readPastedRows(text)).toEqual({
      rows: [
        {
          name: 'Asha',
          category: 'Student',
          primaryContact: '+91 98765 43210',
          email: 'asha@example.com',
          groups: 'Choir, Band',
          notes: 'Hi',
        },
      ],
      ignored: ['8'],
    });
  });

  it('are read by what they look like where the number stands elsewhere', () => {
    const text = table(
      ['Asha', '+91 98765 43210', 'asha@example.com', '+44 20 7946 0958', 'x'],
      ['Bo', 'none'],
    );
    expect(readPastedRows(text)).toEqual({
      rows: [
        {
          name: 'Asha',
          primaryContact: '+91 98765 43210',
          email: 'asha@example.com',
          secondaryContact: '+44 20 7946 0958',
        },
        { name: 'Bo', primaryContact: 'none' },
      ],
      ignored: ['5'],
    });
  });

  it('know numbers without country code by the default country', () => {
    expect(readPastedRows('Asha\t98765 43210', { defaultCountry: 'IN' }).rows).toEqual([
      { name: 'Asha', primaryContact: '98765 43210' },
    ]);
  });

  it("leave the template's example out", () => {
    const text = table(
      ['Name', 'Category', 'Primary Contact'],
      ['Example – this row is not imported', 'Student', '+91 98765 43210'],
    );
    expect(readPastedRows(text)).toEqual({ rows: [], ignored: [] });
  });
});
