import type {
  ImportRowView,
  RowIssue,
} from '../../plugins/contacts-manager/shared/contracts/import-rows';
import type { ImportView } from '../../plugins/contacts-manager/shared/contracts/imports';
import { DEFAULT_SETTINGS } from '../../plugins/contacts-manager/shared/contracts/settings';
import type { ErrorCode } from '../../plugins/contacts-manager/shared/errors';
import texts from '../../plugins/contacts-manager/admin/src/translations/en.json';
import { readLimits } from '../../plugins/contacts-manager/server/src/services/imports/limits';
import { SECTIONS, type ImportFixture } from './import-fixtures/fixture';

/** What became of an uploaded file, as far as the document and the expectations go. */
export type Outcome =
  { code: ErrorCode } | { view: ImportView; problems: RowIssue[]; rows: ImportRowView[] };

export interface Entry {
  fixture: ImportFixture;
  outcome: Outcome;
}

const WORDS = [
  ['create', 'new'],
  ['update', 'to update'],
  ['unchanged', 'unchanged'],
  ['skip', 'already in Contacts'],
  ['reject', 'with problems'],
] as const;

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function outcomeText(outcome: Outcome): string {
  if ('code' in outcome) return `refused, \`${outcome.code}\``;
  const { view, problems } = outcome;
  if (view.state === 'mapping') return 'asks for the columns';
  const counts = WORDS.flatMap(([key, word]) =>
    view.counts[key] > 0 ? `${view.counts[key]} ${word}` : [],
  );
  const extras = [
    ...problems.map(({ field, code }) => `\`${field}: ${code}\``),
    ...view.assumedInternational.map(({ country }) => `read as a number of ${country}`),
    ...(view.formulaCells > 0 ? [plural(view.formulaCells, 'formula')] : []),
  ];
  const read = `${plural(view.counts.total, 'row')}: ${counts.join(', ')}`;
  return extras.length > 0 ? `${read}; ${extras.join(', ')}` : read;
}

const isText = (key: string): key is keyof typeof texts => key in texts;

/** What the screens say of a code, as their `errorText` looks it up. */
function sentenceOf(code: ErrorCode): string {
  const key = `error.${code}`;
  if (!isText(key)) throw new Error(`There is no text for ${key}`);
  return texts[key];
}

function sentences(outcome: Outcome): string {
  if ('code' in outcome) return sentenceOf(outcome.code);
  if (outcome.view.state === 'mapping') return texts['import.mapping.hint'];
  return [...new Set(outcome.problems.map(({ code }) => sentenceOf(code)))].join(' ');
}

const cell = (text: string): string => text.replaceAll('|', '\\|').replace(/([*_<])/g, '\\$1');

/** Rows of equal width, as the formatter of this repository leaves them. */
function table(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(3, ...rows.map((cells) => cells[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    `| ${cells.map((text, column) => text.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows.map(line);
  return [head, line(widths.map((width) => '-'.repeat(width))), ...body].join('\n');
}

const section = (title: string, entries: Entry[]): string => {
  const rows = entries
    .filter(({ fixture }) => fixture.section === title)
    .map(({ fixture, outcome }) => [
      cell(fixture.name),
      cell(outcomeText(outcome)),
      cell(sentences(outcome)),
    ]);
  return `## ${title}\n\n${table([['file', 'what becomes of it', 'what people read'], ...rows])}\n`;
};

const number = new Intl.NumberFormat('en');

function introduction(count: number): string {
  const { fileBytes, rows, inflatedBytes, milliseconds, heapMb } = readLimits(DEFAULT_SETTINGS);
  const megabytes = (bytes: number) => `${number.format(Math.round(bytes / 1_000_000))} MB`;
  return `# What an import makes of a file

This file is written by \`tests/api/import-formats.test.ts\`, which uploads each of these ${count} files to a running server, on
SQLite and on PostgreSQL, and fails when an outcome differs from what is written here or from what its fixture
in \`tests/factories/import-fixtures\` expects. To write it anew:

\`\`\`sh
WRITE_DOCS=1 npm run test:api -- import-formats
\`\`\`

The content decides what a file is, never its name. Every file is read to its end before anything is written, and nothing
is written before somebody confirms the review. Refused means that the import ends there, with the code in the second
column for programs and the sentence in the third on screen. A row with a problem shows \`column: code\`; the other rows of
its file can be imported all the same. Nobody but the owner of \`+91 98765 43210\` is in the directory, so that “already in
Contacts” says under Numbers that a spelling was understood.

Limits: an upload of ${megabytes(fileBytes)} and ${number.format(rows)} rows, ${milliseconds / 60_000} minutes and ${heapMb} MB of memory in a thread of its own; all of
them can be changed in the settings. ${megabytes(inflatedBytes)} after unpacking, which cannot. A file that goes beyond its time or its
memory ends that thread, and the import with \`file.out-of-time\` or \`file.out-of-memory\`; the server goes on.
`;
}

export const formatsDocument = (entries: Entry[]): string =>
  [introduction(entries.length), ...SECTIONS.map((title) => section(title, entries))].join('\n');
