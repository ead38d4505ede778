import { follow, followBack, type MovedSearch } from './record-moves';

const move = { from: 'old', into: 'new' };
const search = (filter: MovedSearch['filter']): MovedSearch => ({ filter });
const merged = (one: MovedSearch) =>
  follow(follow(one, 'group', move, 'begin'), 'group', move, 'end');
const undone = (one: MovedSearch) => followBack(followBack(one, move, 'begin'), move, 'end');

test('while members move, both keep people out; other lists wait', () => {
  const begun = follow(search({ groups: ['old'], groupsNone: ['old'] }), 'group', move, 'begin');
  expect(begun.filter).toEqual({ groups: ['old'], groupsNone: ['old', 'new'] });
  const back = followBack(merged(search({ groups: ['old'], groupsNone: ['old'] })), move, 'begin');
  expect(back.filter).toEqual({ groups: ['new'], groupsNone: ['new', 'old'] });
});

test.each([
  [{ groups: ['old'] }, { groups: ['new'] }],
  [{ groupsAll: ['old', 'new'] }, { groupsAll: ['new'] }],
  [{ groupsNone: ['old', 'other'] }, { groupsNone: ['other', 'new'] }],
  [{ groupsNone: ['new'] }, { groupsNone: ['new'] }],
  [{ category: ['old'] }, { category: ['old'] }],
])('%j becomes %j, and undone what it was', (before, after) => {
  const there = merged(search(before));
  expect(there.filter).toEqual(after);
  const sorted = ({ filter }: MovedSearch) =>
    Object.fromEntries(
      Object.entries(filter).map(([list, ids]) => [list, [ids].flat().map(String).sort()]),
    );
  expect(sorted(undone(there))).toEqual(sorted(search(before)));
  expect(merged(undone(there)).filter).toEqual(after);
});

test('a category follows in its own list', () => {
  const there = follow(search({ category: ['old'], groups: ['old'] }), 'category', move, 'end');
  expect(there.filter).toEqual({ category: ['new'], groups: ['old'] });
});

test('a list that somebody has changed since stays as they made it', () => {
  const there = merged(search({ groups: ['old'] }));
  expect(undone({ ...there, filter: { groups: ['other'] } }).filter).toEqual({ groups: ['other'] });
});
