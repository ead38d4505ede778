import { endOfDay, inTimeZone, isTimeZone, startOfDay } from './days';
import { filterSchema } from './filter';

it.each([
  ['UTC', '2026-12-02T00:00:00.000Z', '2026-12-02T23:59:59.999Z'],
  ['Asia/Kolkata', '2026-12-01T18:30:00.000Z', '2026-12-02T18:29:59.999Z'],
  ['America/Los_Angeles', '2026-12-02T08:00:00.000Z', '2026-12-03T07:59:59.999Z'],
  ['Pacific/Kiritimati', '2026-12-01T10:00:00.000Z', '2026-12-02T09:59:59.999Z'],
])('in %s, a day begins and ends with the clocks there', (zone, first, last) => {
  expect(startOfDay('2026-12-02', zone)).toBe(first);
  expect(endOfDay('2026-12-02', zone)).toBe(last);
});

it.each([
  ['Europe/Berlin', '2026-03-29', 23],
  ['Europe/Berlin', '2026-03-30', 24],
  ['Europe/Berlin', '2026-10-25', 25],
  ['Europe/Berlin', '2026-10-26', 24],
  // Here clocks skip midnight, repeat the hour before it, and repeat the hour behind it.
  ['America/Sao_Paulo', '2018-11-03', 24],
  ['America/Sao_Paulo', '2018-11-04', 23],
  ['America/Sao_Paulo', '2018-02-17', 25],
  ['America/Havana', '2026-11-01', 25],
  ['America/Havana', '2026-11-02', 24],
])('in %s, %s has %d hours', (zone, day, hours) => {
  const length = Date.parse(endOfDay(day, zone)) + 1 - Date.parse(startOfDay(day, zone));
  expect(length / 3_600_000).toBe(hours);
});

it('leaves a day as it is that no year of four digits holds', () => {
  expect(startOfDay('0000-01-01', 'Asia/Kolkata')).toBe('0000-01-01');
  expect(endOfDay('9999-12-31', 'America/Los_Angeles')).toBe('9999-12-31');
});

it('makes a filter exact that the API takes as well, and leaves instants alone', () => {
  const days = { search: 'an', createdFrom: '2026-12-02', createdTo: '2026-12-02' };
  const exact = inTimeZone(
    { ...days, statusChangedFrom: '2026-12-01T00:00:00Z', statusChangedTo: '2026-12-03' },
    'Asia/Kolkata',
  );
  expect(exact).toEqual({
    search: 'an',
    createdFrom: '2026-12-01T18:30:00.000Z',
    createdTo: '2026-12-02T18:29:59.999Z',
    statusChangedFrom: '2026-12-01T00:00:00Z',
    statusChangedTo: '2026-12-03T18:29:59.999Z',
  });
  expect(filterSchema.safeParse(exact).success).toBe(true);
});

it('knows zones by their names', () => {
  expect(isTimeZone('Asia/Kolkata')).toBe(true);
  expect(isTimeZone('Asia/Atlantis')).toBe(false);
});
