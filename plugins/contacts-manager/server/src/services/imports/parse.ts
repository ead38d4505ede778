import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import type { ColumnMapping } from '../../../../shared/contracts/imports';
import type { CustomField } from '../../../../shared/custom-fields';
import { ERRORS, type ErrorCode } from '../../../../shared/errors';
import { readCountry } from '../../../../shared/phone';
import { nameKey } from '../../../../shared/text';
import { headersKey, recallMapping } from '../../domain/import/remembered-mapping';
import type { NamedCell, PlanSummary, StagedRow } from '../../domain/import/types';
import type { UsedNames } from '../../domain/import/used-names';
import { runImportWorker, type PlanOutcome } from '../../readers/start-worker';
import { listCustomFields } from '../../repositories/custom-fields';
import { loadAdditions } from '../../repositories/imports/chosen';
import { findInDirectory, sampleNumbersOf } from '../../repositories/imports/directory';
import { deleteFile, readFile } from '../../repositories/imports/files';
import { lockWork, type Claim } from '../../repositories/leases';
import { loadNames } from '../../repositories/imports/names';
import type { ImportRecord } from '../../repositories/imports/import-record';
import { changeImport } from '../../repositories/imports/import-changes';
import { findImport } from '../../repositories/imports/records';
import { findRememberedMapping } from '../../repositories/imports/remembered';
import { clearRows, stageRows } from '../../repositories/imports/rows';
import { loadSettings } from '../../repositories/settings';
import { LeaseLost } from '../work/lease-lost';
import { MAX_ATTEMPTS, readLimits } from './limits';

/** Folders of files that are being read; those of a killed server are swept by `purge`. */
export const WORK_FOLDER_PREFIX = 'contacts-import-';

/** Reads the stored file, plans every row and leaves the import for review, or says what is wrong with it. */
export async function parseImport(
  strapi: Core.Strapi,
  claim: Claim,
  signal: AbortSignal,
): Promise<void> {
  const knex = strapi.db.connection;
  const record = await findImport(knex, { id: claim.id });
  if (!record) return;
  if (claim.attempts > MAX_ATTEMPTS) {
    await failParsing(strapi, claim, 'file.parser-crashed');
    return;
  }
  // What a server that died half-way has left.
  await clearRows(knex, record.id, (trx) => holdWork(trx, claim));
  const folder = await fs.promises.mkdtemp(path.join(os.tmpdir(), WORK_FOLDER_PREFIX));
  try {
    const filePath = path.join(folder, 'upload');
    await pipeline(readFile(knex, record.id), fs.createWriteStream(filePath), { signal });
    await planStoredFile(strapi, { claim, record, filePath, signal });
  } finally {
    await fs.promises.rm(folder, { recursive: true, force: true });
  }
}

/** A server that stood still meanwhile must not touch what its successor has staged. */
async function holdWork(trx: Knex, claim: Claim): Promise<void> {
  if (!(await lockWork(trx, claim))) throw new LeaseLost();
}

interface Parsing {
  claim: Claim;
  record: ImportRecord;
  filePath: string;
  signal: AbortSignal;
}

async function planStoredFile(strapi: Core.Strapi, parsing: Parsing): Promise<void> {
  const { claim, record, filePath, signal } = parsing;
  const knex = strapi.db.connection;
  const settings = await loadSettings(knex);
  await changeImport(knex, claim.id, expectation(claim), { uniqueness: settings.uniqueness });
  const known = {
    categories: await loadNames(knex, 'categories'),
    groups: await loadNames(knex, 'groups'),
  };
  const customFields = await listCustomFields(knex);
  const used = { categories: new Set<string>(), groups: new Set<string>() };
  const outcome = await runImportWorker(
    {
      filePath,
      limits: readLimits(settings),
      policy: {
        existing: record.existing,
        unknownNames: record.unknownNames,
        uniqueness: settings.uniqueness,
        sharedSecondary: record.sharedSecondary,
        defaultCountry: readCountry(record.country),
        added: await loadAdditions(knex, record.added),
      },
      ...(record.isMappingChosen && record.mapping && { mapping: record.mapping }),
      ...(record.sheet !== null && { sheet: record.sheet }),
      ...(record.headerRow !== null && { headerRow: record.headerRow }),
      knownNames: {
        categories: [...known.categories.values()],
        groups: [...known.groups.values()],
      },
      knownNumbers: await sampleNumbersOf(knex),
      customFields,
    },
    {
      signal,
      lookup: (phones) => findInDirectory(knex, phones),
      stage: async (rows, progress) => {
        rows.forEach((row) => noteNames(used, row));
        await stage(strapi, claim, rows, progress);
      },
      onCrash: (cause) => {
        strapi.log.warn(`Contacts: reading "${record.fileName}" failed: ${cause.message}`);
      },
    },
  );
  await concludeParsing(strapi, { claim, record, customFields }, outcome, (summary) => ({
    categories: namesOf(used.categories, known.categories, summary.newNames.categories),
    groups: namesOf(used.groups, known.groups, summary.newNames.groups),
  }));
}

function noteNames(used: { categories: Set<string>; groups: Set<string> }, row: StagedRow): void {
  if (row.decision !== 'create' && row.decision !== 'update') return;
  if (row.categoryKey) used.categories.add(row.categoryKey);
  for (const key of row.groupKeys) used.groups.add(key);
}

function namesOf(
  used: ReadonlySet<string>,
  known: ReadonlyMap<string, string>,
  created: readonly { name: string }[],
): NamedCell[] {
  const names = new Map([...created.map(({ name }) => [nameKey(name), name] as const), ...known]);
  return [...used].map((key) => ({ key, name: names.get(key) ?? key }));
}

async function stage(
  strapi: Core.Strapi,
  claim: Claim,
  rows: StagedRow[],
  progress: number,
): Promise<void> {
  await strapi.db.connection.transaction(async (trx) => {
    await holdWork(trx, claim);
    await stageRows(trx, claim.id, rows);
    await changeImport(trx, claim.id, expectation(claim), { progress });
  });
}

const expectation = ({ fence }: Claim) => ({ from: ['parsing'] as const, fence });

interface Parsed extends Pick<Parsing, 'claim' | 'record'> {
  customFields: CustomField[];
}

async function concludeParsing(
  strapi: Core.Strapi,
  { claim, record, customFields }: Parsed,
  outcome: PlanOutcome,
  usedNames: (summary: PlanSummary) => UsedNames,
): Promise<void> {
  const knex = strapi.db.connection;
  const change = (changes: Parameters<typeof changeImport>[3]) =>
    changeImport(knex, claim.id, expectation(claim), changes);
  switch (outcome.type) {
    case 'failed':
      return failParsing(strapi, claim, outcome.code, outcome.message);
    case 'needs-mapping': {
      const { question, headers, table } = outcome;
      const mapping = (await recall(knex, headers, customFields)) ?? outcome.guess;
      await change({ state: 'mapping', progress: 1, question, headers, mapping, table });
      return;
    }
    case 'done': {
      const { summary } = outcome;
      // The first contact of a list without headers says nothing about the next list.
      const isChosen = record.isMappingChosen && summary.table.headerRow > 0;
      await change({
        state: 'review',
        progress: 1,
        ...summary,
        corrected: 0,
        numbersListed: false,
        usedNames: usedNames(summary),
        headersKey: isChosen ? headersKey(summary.headers) : null,
      });
    }
  }
}

/** The columns that were chosen last for the same headers. */
async function recall(
  knex: Knex,
  headers: string[],
  fields: CustomField[],
): Promise<ColumnMapping | null> {
  const key = headersKey(headers);
  const earlier = key === null ? null : await findRememberedMapping(knex, key);
  return earlier && recallMapping(headers, earlier, fields);
}

async function failParsing(
  strapi: Core.Strapi,
  claim: Claim,
  errorCode: ErrorCode,
  message: string = ERRORS[errorCode],
): Promise<void> {
  const knex = strapi.db.connection;
  const failed = await changeImport(knex, claim.id, expectation(claim), {
    state: 'failed',
    errorCode,
    // The code says the rest: only a sentence about this file is kept.
    ...(message !== ERRORS[errorCode] && { errorMessage: message }),
  });
  if (!failed) return;
  await deleteFile(knex, claim.id);
  await clearRows(knex, claim.id);
}
