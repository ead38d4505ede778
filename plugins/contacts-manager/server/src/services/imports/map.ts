import type { Core } from '@strapi/strapi';
import type { ImportView, MappingBody } from '../../../../shared/contracts/imports';
import { fieldError, refuseFields, Refusal } from '../../../../shared/errors';
import { readCountry } from '../../../../shared/phone';
import type { ImportRecord } from '../../repositories/imports/import-record';
import { changeImport } from '../../repositories/imports/import-changes';
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
      ...(record.state === 'review' ? countryAlone(body) : choicesOf(record, body)),
      state: 'parsing',
      progress: 0,
      freeLease: true,
    },
  );
  if (!changed) throw new Refusal('import.state');
  runner.nudge();
  return getImport(strapi, documentId);
}

function countryAlone({ country, ...others }: MappingBody): { country: string } {
  if (country === undefined || Object.keys(others).length > 0) throw new Refusal('import.state');
  return { country: requireCountry(country) };
}

const choicesOf = (record: ImportRecord, body: MappingBody) => ({
  ...(record.state === 'mapping' && placeOf(record, body)),
  mapping: body.mapping ?? null,
  ...(body.country !== undefined && { country: requireCountry(body.country) }),
});

function requireCountry(code: string): string {
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
    throw refuseFields([fieldError(['sheet'], 'sheet.not-found')]);
  }
  const { headerRow = name === table.sheet ? table.headerRow : null } = body;
  if (body.headerRow && !sheet.rows.some(({ row }) => row === body.headerRow)) {
    throw refuseFields([fieldError(['headerRow'], 'header-row.not-found')]);
  }
  return { sheet: name, headerRow };
}
