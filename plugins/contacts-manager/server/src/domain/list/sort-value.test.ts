import type { FieldType } from '../../../../shared/custom-fields';
import { fieldSortValue, SORTED_LENGTH, textSortValue } from './sort-value';

const valueOf = (type: FieldType, stored: unknown) =>
  fieldSortValue({ type, options: ['S', 'M', 'L'] }, stored);

describe('what a custom field is sorted by', () => {
  test.each<[FieldType, unknown, unknown]>([
    ['text', 'Łódź', 'lodz'],
    ['long-text', 'x'.repeat(SORTED_LENGTH * 2), 'x'.repeat(SORTED_LENGTH)],
    ['email', 'asha@example.com', 'asha@example.com'],
    ['link', 'https://Example.com', 'https://example.com'],
    ['number', -3.5, -3.5],
    ['number', 0, 0],
    ['yes-no', false, 0],
    ['yes-no', true, 1],
    ['date', '2026-01-31', '2026-01-31'],
    ['choice', 'M', 1],
    ['choice', 'XL', 3],
    ['choices', ['M', 'L'], 1],
  ])('%s %j: %j', (type, stored, expected) => expect(valueOf(type, stored)).toBe(expected));

  test.each<[FieldType, unknown]>([
    ['text', null],
    ['text', ''],
    ['number', '12'],
    ['yes-no', 1],
    ['date', 20260131],
    ['choice', 2],
    ['choices', 'M'],
    ['choices', []],
  ])('%s %j: nothing', (type, stored) => expect(valueOf(type, stored)).toBeNull());
});

test('a text is sorted without case and accents', () =>
  expect(textSortValue('ÉCLAIR')).toBe(textSortValue('eclair')));
