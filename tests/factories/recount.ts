import type { TestApp } from '../helpers/app';

type Counts = Record<string, number>;

/** The counts the triggers keep, and the same counted from the tables: both by "scope ref status". */
export async function recount({ knex }: TestApp): Promise<{ kept: Counts; counted: Counts }> {
  const byKey = (rows: { key: string; n: number | string }[]): Counts =>
    Object.fromEntries(
      rows.map(({ key, n }): [string, number] => [key, Number(n)]).filter(([, n]) => n !== 0),
    );
  const kept = await knex('contact_tallies')
    .select(knex.raw(`scope || ' ' || ref || ' ' || status as key`), knex.raw('sum(n) as n'))
    .groupByRaw('1');
  // A contact that plain SQL left without a status is counted nowhere.
  const all = await knex('contacts')
    .whereNotNull('contact_status')
    .select(knex.raw(`'all 0 ' || contact_status as key`), knex.raw('count(*) as n'))
    .groupByRaw('1');
  const linked = (scope: string, links: string) =>
    knex(`${links} as l`)
      .join('contacts as c', 'c.id', 'l.contact_id')
      .whereNotNull('c.contact_status')
      .select(
        knex.raw(`'${scope} ' || l.${scope}_id || ' ' || c.contact_status as key`),
        knex.raw('count(*) as n'),
      )
      .groupByRaw('1');
  const counted = [
    ...all,
    ...(await linked('category', 'contacts_category_lnk')),
    ...(await linked('group', 'contacts_groups_lnk')),
  ];
  return { kept: byKey(kept), counted: byKey(counted) };
}

/** For `afterEach`: whatever a test did, the counts that are kept are those of the tables. */
export async function expectTrueCounts(app: TestApp): Promise<void> {
  const { kept, counted } = await recount(app);
  expect(kept).toEqual(counted);
}
