import { readFileSync } from 'node:fs';
import path from 'node:path';
import { ERRORS } from './errors';

const PAGE = path.resolve(__dirname, '../../../docs/errors.md');

/** Rows of the page's tables that start with a code: the code and the sentence beside it. */
const documented = (): [code: string, sentence: string][] =>
  readFileSync(PAGE, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, code, sentence] = /^\| `([a-z.-]+)` +\| (.+?) +\|/.exec(line) ?? [];
      return code && sentence ? [[code, sentence]] : [];
    });

test('docs/errors.md lists every code once, with its sentence', () => {
  const byCode = (list: [string, string][]) => list.toSorted(([a], [b]) => (a < b ? -1 : 1));
  expect(byCode(documented())).toEqual(byCode(Object.entries(ERRORS)));
});

test('every code has a sentence on the screens', () => {
  const page = path.resolve(__dirname, '../admin/src/translations/en.json');
  const texts = JSON.parse(readFileSync(page, 'utf8')) as Record<string, string>;
  for (const code of Object.keys(ERRORS)) expect(texts[`error.${code}`]).toMatch(/\w{3}.*\.$/);
});

test('a file that cannot be read is told what to do with it', () => {
  for (const ending of ['.xlsx', '.vcf', '.xls', '.ods', '.numbers']) {
    expect(ERRORS['file.unsupported']).toContain(ending);
  }
});
