import { DEFAULT_SETTINGS } from '../../../../shared/contracts/settings';
import { draftOf, findWrongNumbers, RANGES, settingsOf, type NumberName } from './settings-draft';

const DRAFT = draftOf(DEFAULT_SETTINGS);
const NUMBER_NAMES = Object.keys(RANGES) as NumberName[];

it('what was loaded comes back unchanged', () => {
  expect(settingsOf(DRAFT)).toEqual(DEFAULT_SETTINGS);
  const settings = { ...DEFAULT_SETTINGS, defaultCountry: 'IN', uniqueness: 'primary' as const };
  expect(settingsOf(draftOf(settings))).toEqual(settings);
});

it('half a megabyte more is no rounding problem', () => {
  expect(settingsOf({ ...DRAFT, fileMegabytes: 1.1 })?.limits.importFileBytes).toBe(1_100_000);
});

it.each(NUMBER_NAMES)('the range of %s is that of the server', (name) => {
  const { min, max } = RANGES[name];
  for (const value of [min, max]) {
    expect(findWrongNumbers({ ...DRAFT, [name]: value })).toEqual([]);
    expect(settingsOf({ ...DRAFT, [name]: value })).not.toBeNull();
  }
  for (const value of [min - 1, max + 1, undefined]) {
    expect(findWrongNumbers({ ...DRAFT, [name]: value })).toEqual([name]);
    expect(settingsOf({ ...DRAFT, [name]: value })).toBeNull();
  }
});
