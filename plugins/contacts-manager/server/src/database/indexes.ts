import type { Knex } from 'knex';

/**
 * Indexes that serve the lists at a million contacts. The link tables are driven from the group and
 * category side; Strapi's own indexes there hold one column each.
 */
const INDEXES = [
  `create index if not exists contacts_status_created on contacts (contact_status, created_at, id)`,
  `create index if not exists contacts_created on contacts (created_at, id)`,
  `create index if not exists contacts_category_members on contacts_category_lnk (category_id, contact_id)`,
  `create index if not exists contacts_groups_members on contacts_groups_lnk (group_id, contact_id)`,
];

export async function ensureIndexes(trx: Knex): Promise<void> {
  for (const statement of INDEXES) await trx.raw(statement);
}
