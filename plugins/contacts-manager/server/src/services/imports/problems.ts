import type { Readable } from 'node:stream';
import type { Core } from '@strapi/strapi';
import type { ImportRowView } from '../../../../shared/contracts/import-rows';
import {
  customColumn,
  IMPORT_FIELD_NAMES,
  IMPORT_FIELDS,
  type ImportColumn,
} from '../../../../shared/import-fields';
import { plainCell } from '../../../../shared/plain-cell';
import { storableText } from '../../../../shared/text';
import { issueSentence } from '../../domain/import/issue-sentence';
import { listCustomFields } from '../../repositories/custom-fields';
import { readProblems } from '../../repositories/imports/reviewed-rows';
import { writeXlsx } from '../../writers/export-xlsx';
import { requireImport } from './review';

/** Not a column of the template: an import leaves it out. */
const REASON_HEADER = 'Problem';
const REASON_WIDTH = 60;
const CELL_WIDTH = 24;

/**
 * The rows that are not imported, as a workbook in template form with a column that says why. Corrected and uploaded
 * again, it finishes the job.
 * @throws Refusal `import.not-found`
 */
export async function makeProblemsWorkbook(
  strapi: Core.Strapi,
  documentId: string,
  show: (row: ImportRowView) => ImportRowView,
): Promise<Readable> {
  const { id } = await requireImport(strapi, documentId);
  const columns = await columnsOf(strapi);
  return writeXlsx({
    headers: [...columns.map(({ header }) => plainCell(header)), REASON_HEADER],
    widths: [...columns.map(() => CELL_WIDTH), REASON_WIDTH],
    chunks: problemRows(strapi, id, { columns, show }),
  });
}

interface Column {
  column: ImportColumn;
  header: string;
}

async function columnsOf(strapi: Core.Strapi): Promise<Column[]> {
  const fields = await listCustomFields(strapi.db.connection);
  return [
    ...IMPORT_FIELD_NAMES.map((column) => ({ column, header: IMPORT_FIELDS[column].header })),
    ...fields.map(({ key, label }) => ({ column: customColumn(key), header: label })),
  ];
}

async function* problemRows(
  strapi: Core.Strapi,
  importId: number,
  { columns, show }: { columns: readonly Column[]; show: (row: ImportRowView) => ImportRowView },
): AsyncGenerator<string[][]> {
  const headers = new Map<string, string>(columns.map(({ column, header }) => [column, header]));
  for await (const rows of readProblems(strapi.db.connection, importId)) {
    yield rows
      .map(show)
      .map((row) => [
        ...columns.map(({ column }) => writeCell(textOf(row, column))),
        writeCell(reasonOf(row, headers)),
      ]);
  }
}

/** A number as it was read: another upload may know of another country. */
const textOf = ({ cells, readAs = {} }: ImportRowView, column: ImportColumn): string =>
  (column in readAs ? readAs[column as keyof typeof readAs] : undefined) ?? cells[column] ?? '';

/** What a cell of a workbook holds, less the mark of a text; no field takes as much. */
const LONGEST = 32_766;
const writeCell = (text: string): string =>
  plainCell(text.length > LONGEST ? `${storableText(text.slice(0, LONGEST - 1))}…` : text);

const NOT_REACHED = 'The import stopped before this row. Upload it again.';

function reasonOf({ decision, issues }: ImportRowView, headers: ReadonlyMap<string, string>) {
  if (issues.length === 0 && decision !== 'reject') return NOT_REACHED;
  return issues
    .map((issue) => `${headers.get(issue.field) ?? issue.field}: ${issueSentence(issue)}`)
    .join('\n');
}
