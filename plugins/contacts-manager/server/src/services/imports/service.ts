import type { Core } from '@strapi/strapi';
import type { ImportRowsAnswer, RowIssue } from '../../../../shared/contracts/import-rows';
import type { ImportOptions, ImportView } from '../../../../shared/contracts/imports';
import { Refusal } from '../../../../shared/errors';
import { cleanName, nameKey } from '../../../../shared/text';
import { SYSTEM_ACTOR } from '../../domain/actor';
import { splitGroups } from '../../domain/import/groups-cell';
import { issueSentence } from '../../domain/import/issue-sentence';
import type { NamedCell } from '../../domain/import/types';
import type { RecordKind } from '../../repositories/contact-predicate';
import type { RowFilter } from '../../repositories/imports/reviewed-rows';
import { findByName } from '../../repositories/imports/chosen';
import { workRunnerOf } from '../work/service';
import { cancelImport, confirmImport, getImport, getImportRows } from './review';
import { startImport, type Upload } from './start';

type ImportChoice = Pick<ImportOptions, 'groups' | 'category'>;

/** Imports that no request asks for, in the name of the system: what the command line calls. */
export interface ImportService {
  start(upload: Upload, options: ImportOptions): Promise<ImportView>;
  /**
   * documentIds of what the command line names: groups as a cell of the template lists them, and one category.
   * @throws Refusal that says which name there is none of
   */
  chosenBy(names: { groups: string; category: string }): Promise<ImportChoice>;
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
  async chosenBy({ groups, category }) {
    const cells = splitGroups(groups);
    if (!cells) throw new Refusal('groups.invalid');
    const name = cleanName(category);
    const [categoryId = ''] = name
      ? await idsOf(strapi, 'category', [{ key: nameKey(name), name }])
      : [];
    return { groups: await idsOf(strapi, 'group', cells), category: categoryId };
  },
  get: (id) => getImport(strapi, id),
  rows: (id, filter, count) => getImportRows(strapi, id, { ...filter, page: 1, pageSize: count }),
  confirm: (id) => confirmImport(strapi, workRunnerOf(strapi), id, { actor: SYSTEM_ACTOR }),
  cancel: (id) => cancelImport(strapi, workRunnerOf(strapi), id),
  sentenceOf: issueSentence,
});

async function idsOf(
  strapi: Core.Strapi,
  kind: RecordKind,
  names: readonly NamedCell[],
): Promise<string[]> {
  const keys = names.map(({ key }) => key);
  const found = await findByName(strapi.db.connection, kind, keys);
  return names.map(({ name }, index) => {
    const id = found[index];
    if (!id) throw new Refusal(`${kind}.unknown`, [], `There is no ${kind} "${name}".`);
    return id;
  });
}
