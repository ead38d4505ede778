import type { ImportRowView } from '../../../plugins/contacts-manager/shared/contracts/import-rows';
import type { ImportCounts } from '../../../plugins/contacts-manager/shared/contracts/imports';
import type { ErrorCode } from '../../../plugins/contacts-manager/shared/errors';
import { TEMPLATE_HEADERS } from '../workbook.mjs';
import { PARTS, rawWorkbook, sheetPart } from '../raw-workbook.mjs';

/** Headings of docs/import-formats.md, in its order. */
export const SECTIONS = [
  'Workbooks',
  'Text files',
  'Contact cards and exports',
  'Other files',
  'Numbers',
  'Safety',
] as const;

/** One file that people, or those who mean harm, might upload, and what has to become of it. */
export interface ImportFixture {
  section: (typeof SECTIONS)[number];
  name: string;
  fileName: string;
  make(): Buffer | Promise<Buffer>;
  /** Fields of the form beside the file, such as `country`. */
  options?: Record<string, string>;
  expects: Expectation;
}

export type Expectation =
  | {
      state: 'review';
      /** Those that are left out are 0; `total` is their sum. */
      counts: Partial<Omit<ImportCounts, 'total'>>;
      /** `field: code` of every problem, in the order of the rows. */
      problems?: string[];
      formulaCells?: number;
      /** The cells of the first rows, exactly as they were read. */
      rows?: ImportRowView['cells'][];
    }
  | { state: 'mapping'; headers: string[] }
  | { code: ErrorCode };

/** The contact that is in the directory already: a spelling of this number that is understood finds it. */
export const KNOWN_NUMBER = '+919876543210';

export const HEADERS: readonly string[] = TEMPLATE_HEADERS;
export const ASHA = [
  'Asha Rao',
  'Student',
  '+919810000001',
  '',
  'asha@example.com',
  'Choir',
  'First',
];
export const RAVI = ['Ravi Iyer', '', '+919810000002', '', '', 'Choir', ''];
export const PEOPLE = [[...HEADERS], ASHA, RAVI];
/** What the review shows of those two. */
export const PEOPLE_READ = {
  state: 'review',
  counts: { create: 2 },
  rows: [
    {
      name: 'Asha Rao',
      category: 'Student',
      primaryContact: '+919810000001',
      email: 'asha@example.com',
      groups: 'Choir',
      notes: 'First',
    },
    { name: 'Ravi Iyer', primaryContact: '+919810000002', groups: 'Choir' },
  ],
} satisfies Expectation;

export const textCell = (text: string): string => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
export const rowXml = (...cells: string[]): string => `<row>${cells.join('')}</row>`;
/** The template's headers as a row of a sheet. */
export const HEADER_ROW = rowXml(...HEADERS.map(textCell));
/** A row whose cells are given as XML: name, category and number, then second number, e-mail, groups, notes. */
export const personXml = (name: string, phone: string, notes = ''): string =>
  rowXml(name, '<c/>', phone, '<c/>', '<c/>', '<c/>', notes);
export const ASHA_XML = personXml(textCell('Asha Rao'), textCell('+919810000001'));

type Parts = Record<string, string | Buffer | null>;

export const rawSheet = (rows: string, before = '', parts: Parts = {}): Buffer =>
  rawWorkbook({ [PARTS.sheet]: sheetPart(rows, before), ...parts });

/** A fixture maker for files of one section, extension and outcome that differ in nothing but their content. */
export const inSection =
  (section: ImportFixture['section'], fileName: string) =>
  (
    name: string,
    make: ImportFixture['make'],
    expects: Expectation,
    more: Partial<ImportFixture> = {},
  ): ImportFixture => ({ section, name, fileName, make, expects, ...more });
