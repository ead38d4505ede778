import { sheetNotFound } from './refusal-sentences';

it('names the sheets there are, as many as can be read', () => {
  expect(sheetNotFound('Winter', ['Spring', 'Autumn'])).toContain('among "Spring", "Autumn".');
  const names = Array.from({ length: 25 }, (_, index) => `Sheet${index + 1}`);
  expect(sheetNotFound('Winter', names)).toContain('"Sheet20" and 5 more.');
});

it('says of a file without sheets that it has none', () => {
  expect(sheetNotFound('Winter', [''])).toContain('has no sheets');
});
