import type { Knex } from 'knex';
import { dialectOf, type Dialect } from './dialect';

/**
 * Names sort as they are searched, without case and accents: the search text starts with two spaces and
 * the folded name. Cut, because PostgreSQL refuses index entries of more than a third of a page.
 */
export const NAME_SORT = 'substr(search_text, 3, 60)';

/**
 * Indexes that serve the lists at a million contacts. The link tables are driven from the group and
 * category side; Strapi's own indexes there hold one column each. A sort of another column than the
 * creation time carries the status at its end, so that a tab drops the others without reading their rows.
 */
const SHARED = [
  `create index if not exists contacts_status_created on contacts (contact_status, created_at, id)`,
  `create index if not exists contacts_created on contacts (created_at, id)`,
  `create index if not exists contacts_name_sort on contacts (${NAME_SORT}, id, contact_status)`,
  `create index if not exists contacts_primary_sort on contacts (primary_contact, id, contact_status)`,
  `create index if not exists contacts_secondary_sort on contacts (secondary_contact, id, contact_status)`,
  `create index if not exists contacts_category_members on contacts_category_lnk (category_id, contact_id)`,
  `create index if not exists contacts_groups_members on contacts_groups_lnk (group_id, contact_id)`,
];

/**
 * Sorts of columns that are rarely shown. PostgreSQL answers them in parallel and would pay for each index at every
 * update of a row; SQLite would stop the server while it sorts, and pays only where the column changes.
 */
const RARE_SORTS = ['email', 'contact_status', 'status_changed_at', 'updated_at'].map(
  (column) =>
    `create index if not exists contacts_${column}_sort on contacts (${column}, id${column === 'contact_status' ? '' : ', contact_status'})`,
);

/**
 * What filters ask for, where a tab without it would be read to its end. Values of custom fields are found by what
 * they equal; most contacts have never changed their status.
 */
const FILTERED = [
  `create index if not exists contacts_custom_fields_values on contacts using gin (custom_fields jsonb_path_ops)`,
  `create index if not exists contacts_status_changed on contacts (status_changed_at, id) where status_changed_at is not null`,
];

const INDEXES: Record<Dialect, string[]> = {
  postgres: [...SHARED, ...FILTERED],
  sqlite: [...SHARED, ...RARE_SORTS],
};

export async function ensureIndexes(trx: Knex): Promise<void> {
  for (const statement of INDEXES[dialectOf(trx)]) await trx.raw(statement);
}
