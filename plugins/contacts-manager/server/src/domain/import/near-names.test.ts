import { nearName } from './near-names';

const NAMES = ['Student', 'Evening course', 'Café', 'Batch 11', 'Ana', 'Lead'];

it.each([
  ['Studnet', 'Student'],
  ['Studen', 'Student'],
  ['Evning curse', 'Evening course'],
  ['Cafe', 'Café'],
  ['Laed', 'Lead'],
])('takes %s for %s', (name, near) => {
  expect(nearName(name, NAMES)).toBe(near);
});

it.each(['Batch 12', 'Anna', 'Load up', 'Stuntdes', 'Choir', ''])(
  'has nothing for "%s"',
  (name) => {
    expect(nearName(name, NAMES)).toBeUndefined();
  },
);

it('prefers the nearest', () => {
  expect(nearName('Students A', ['Students AB', 'Students', 'Students a'])).toBe('Students a');
});
