import type { Core } from '@strapi/strapi';
import type {
  ImportOptions,
  ImportRowsAnswer,
  ImportView,
  RowIssue,
} from '../../../../shared/contracts/imports';
import { SYSTEM_ACTOR } from '../../domain/actor';
import { issueSentence } from '../../domain/import/issue-sentence';
import type { RowFilter } from '../../repositories/imports/rows';
import { workRunnerOf } from '../work/service';
import { cancelImport, confirmImport, getImport, getImportRows } from './review';
import { startImport, type Upload } from './start';

/** Imports that no request asks for, in the name of the system: what the command line calls. */
export interface ImportService {
  start(upload: Upload, options: ImportOptions): Promise<ImportView>;
  get(id: string): Promise<ImportView>;
  /** The first of the rows in question. */
  rows(id: string, filter: RowFilter, count: number): Promise<ImportRowsAnswer>;
  confirm(id: string): Promise<ImportView>;
  cancel(id: string): Promise<ImportView>;
  /** What is wrong with a cell. */
  sentenceOf(issue: RowIssue): string;
}

export const importService = ({ strapi }: { strapi: Core.Strapi }): ImportService => ({
  start: (upload, options) =>
    startImport(strapi, workRunnerOf(strapi), { upload, options, actor: SYSTEM_ACTOR }),
  get: (id) => getImport(strapi, id),
  rows: (id, filter, count) => getImportRows(strapi, id, { ...filter, page: 1, pageSize: count }),
  confirm: (id) => confirmImport(strapi, workRunnerOf(strapi), id, SYSTEM_ACTOR),
  cancel: (id) => cancelImport(strapi, workRunnerOf(strapi), id),
  sentenceOf: issueSentence,
});
