import fs from 'node:fs';
import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  mappingSchema,
  type ChosenRecord,
  type ColumnMapping,
  type ImportOptions,
  type ImportView,
} from '../../../../shared/contracts/imports';
import { fieldError, refuseFields, Refusal } from '../../../../shared/errors';
import { readCountry } from '../../../../shared/phone';
import { storableText } from '../../../../shared/text';
import type { Actor } from '../../domain/actor';
import { storeFile } from '../../repositories/imports/files';
import type { ImportRecord } from '../../repositories/imports/import-record';
import { insertImport } from '../../repositories/imports/records';
import { findNamedRecords } from '../../repositories/named-records';
import { readSettings } from '../../repositories/settings';
import { readLimits } from './limits';
import type { WorkRunner } from '../work/runner';
import { viewImport } from './view';

export interface Upload {
  /** Where the request left the bytes; whoever made the file removes it. */
  path: string;
  name: string;
  size: number;
}

/** As people see it: what cannot be printed, or stored, is no part of a name. */
const cleanFileName = (name: string): string =>
  storableText(name)
    .replace(/\p{Cc}/gu, '')
    .slice(0, FILE_NAME_MAX);
const FILE_NAME_MAX = 255;

/** Keeps the file and queues its reading. */
export async function startImport(
  strapi: Core.Strapi,
  runner: WorkRunner,
  request: { upload: Upload; options: ImportOptions; actor: Actor },
): Promise<ImportView> {
  const { upload, options, actor } = request;
  if (upload.size === 0) throw new Refusal('file.no-rows');
  const settings = await readSettings(strapi);
  if (upload.size > readLimits(settings).fileBytes) throw new Refusal('file.too-large');
  const country = readCountry(options.country || settings.defaultCountry);
  if (options.country && !country) throw refuseFields([fieldError(['country'], 'value.invalid')]);
  const mapping = options.mapping ? readMapping(options.mapping) : null;
  const added = await readAdditions(strapi.db.connection, options);
  const record = await strapi.db.connection.transaction(async (trx) => {
    const created = await insertImport(trx, {
      fileName: cleanFileName(upload.name),
      existing: options.existing,
      unknownNames: options.unknownNames,
      sharedSecondary: options.sharedSecondary,
      country: country ?? '',
      added,
      newStatus: options.newStatus,
      sheet: options.sheet || null,
      headerRow: options.headerRow ?? null,
      mapping,
      actor,
    });
    await storeFile(trx, created.id, fs.createReadStream(upload.path));
    return { ...created, hasFile: true };
  });
  runner.nudge();
  return viewImport(record);
}

/** @throws Refusal naming every group and category that does not exist */
async function readAdditions(
  knex: Knex,
  { groups, category }: Pick<ImportOptions, 'groups' | 'category'>,
): Promise<ImportRecord['added']> {
  const foundGroups = await findNamedRecords(knex, 'group', groups);
  const [foundCategory] = await findNamedRecords(knex, 'category', category ? [category] : []);
  const missing = [
    ...foundGroups.flatMap((group, index) =>
      group ? [] : [fieldError(['groups', index], 'group.not-found')],
    ),
    ...(foundCategory === null ? [fieldError(['category'], 'category.not-found')] : []),
  ];
  if (missing.length > 0) throw refuseFields(missing);
  const chosenOf = ({ documentId, name }: ChosenRecord): ChosenRecord => ({ documentId, name });
  return {
    groups: foundGroups.filter((group) => group !== null).map(chosenOf),
    category: foundCategory ? chosenOf(foundCategory) : null,
  };
}

function readMapping(text: string): ColumnMapping {
  const refusal = refuseFields([fieldError(['mapping'], 'request.invalid')]);
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw refusal;
  }
  const parsed = mappingSchema.safeParse(json);
  if (!parsed.success) throw refusal;
  return parsed.data;
}
