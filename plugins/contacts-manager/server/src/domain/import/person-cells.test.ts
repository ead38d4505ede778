import { personCells, TEMPLATE_HEADERS, type Person } from './person-cells';

const person = (more: Partial<Person>): Person => ({
  name: 'Asha Rao',
  phones: [],
  emails: [],
  groups: [],
  notes: [],
  ...more,
});
const cellOf = (header: string, more: Partial<Person>) =>
  personCells(person(more), undefined)[TEMPLATE_HEADERS.indexOf(header)];
const phones = (...texts: string[]) => ({ phones: texts.map((text) => ({ text })) });

it('lays a person out as the template does', () => {
  const cells = personCells(
    person({ ...phones('+1', '+2'), emails: ['a@example.com'], groups: ['A', 'B'], notes: ['n'] }),
    undefined,
  );
  expect(cells).toEqual(['Asha Rao', '', '+1', '+2', 'a@example.com', 'A, B', 'n']);
});

it('loses no number and no address', () => {
  const more = {
    ...phones('+1', '+2', '+3', '+4'),
    emails: ['a@example.com', 'b@example.com', 'A@example.com'],
    notes: ['first', 'second'],
  };
  expect(cellOf('Notes', more)).toBe(
    'first\nsecond\nOther numbers: +3, +4\nOther e-mail addresses: b@example.com',
  );
});

it('knows a number in another spelling, and one that it cannot read by its digits', () => {
  const spellings = phones('+91 98765 43210', '0091 98765-43210', '919876543210');
  expect(cellOf('Secondary Contact', spellings)).toBe('');
  expect(cellOf('Secondary Contact', phones('*123#', '* 123 #', 'ask'))).toBe('ask');
});

it('keeps groups as they are called', () => {
  expect(cellOf('Groups', { groups: ['* VIP', ' Starred ', ' '] })).toBe('* VIP, Starred');
});
