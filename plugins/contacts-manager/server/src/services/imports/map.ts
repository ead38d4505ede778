import type { Core } from '@strapi/strapi';
import type { ImportView, MappingBody } from '../../../../shared/contracts/imports';
import { fieldError, refuseFields, Refusal } from '../../../../shared/errors';
import { readCountry } from '../../../../shared/phone';
import { headerRowNotFound, sheetNotFound } from '../../domain/import/refusal-sentences';
import type { ImportRecord } from '../../repositories/imports/import-record';
import { changeImport, type ImportChanges } from '../../repositories/imports/import-changes';
import type { WorkRunner } from '../work/runner';
import { getImport, requireImport } from './review';

/**
 * Reads the file again: where a person says the list is, with the columns they chose, and its numbers in another
 * country. From the review on where and how it was read is settled, but for that country.
 * @throws Refusal `import.state`, or of the field whose sheet, row or country is not there
 */
export async function mapColumns(
  strapi: Core.Strapi,
  runner: WorkRunner,
  documentId: string,
  body: MappingBody,
): Promise<ImportView> {
  const record = await requireImport(strapi, documentId);
  const changed = await changeImport(
    strapi.db.connection,
    record.id,
    { from: [record.state === 'review' ? 'review' : 'mapping'] },
    {
      ...(record.state === 'review' ? countryAlone(record, body) : choicesOf(record, body)),
      state: 'parsing',
      progress: 0,
      freeLease: true,
    },
  );
  if (!changed) throw new Refusal('import.state');
  runner.nudge();
  return getImport(strapi, documentId);
}

function countryAlone(record: ImportRecord, body: MappingBody): ImportChanges {
  const { country, corrected, ...others } = body;
  if (country === undefined || Object.keys(others).length > 0) throw new Refusal('import.state');
  if (corrected !== undefined && corrected !== record.corrected)
    throw new Refusal('import.changed');
  return {
    country: requireCountry(country),
    // Columns that were found are found again: another program's export has its own.
    ...(!record.isMappingChosen && { mapping: null }),
    ...NOTHING_READ,
  };
}

/** What the reading before came to, of which nothing is left when the next one fails. */
const NOTHING_READ = {
  counts: null,
  newNames: null,
  assumedInternational: null,
  sharedNumbers: null,
  numbersWithoutCountry: null,
  lackingCountry: 0,
  dropped: 0,
  corrected: 0,
  formulaCells: 0,
} satisfies ImportChanges;

const choicesOf = (record: ImportRecord, body: MappingBody) => ({
  ...(record.state === 'mapping' && placeOf(record, body)),
  mapping: body.mapping ?? null,
  mappingChosen: body.mapping !== undefined,
  ...(body.country !== undefined && { country: requireCountry(body.country) }),
});

/** None is a choice, too: digits that make sense behind a `+` are then read so. */
function requireCountry(code: string): string {
  if (code === '') return '';
  const country = readCountry(code);
  if (!country) throw refuseFields([fieldError(['country'], 'value.invalid')]);
  return country;
}

/** What was suggested counts as chosen by whoever says nothing else; another sheet has another header row. */
function placeOf(
  { table }: ImportRecord,
  body: MappingBody,
): { sheet?: string; headerRow?: number | null } {
  // Imports that wait since a release that asked for columns only.
  if (!table) return {};
  const name = body.sheet ?? table.sheet;
  const sheet = table.sheets.find((one) => one.name === name);
  if (!sheet || sheet.rows.length === 0) {
    const names = table.sheets.filter(({ rows }) => rows.length > 0).map((one) => one.name);
    const sentence = sheetNotFound(name, names);
    throw refuseFields([fieldError(['sheet'], 'sheet.not-found', sentence)]);
  }
  const { headerRow = name === table.sheet ? table.headerRow : null } = body;
  if (body.headerRow && !sheet.rows.some(({ row }) => row === body.headerRow)) {
    const sentence = headerRowNotFound(body.headerRow);
    throw refuseFields([fieldError(['headerRow'], 'header-row.not-found', sentence)]);
  }
  return { sheet: name, headerRow };
}
