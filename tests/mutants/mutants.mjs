/**
 * Each mutant takes one safeguard out of the product and names the test that must notice. `find` has to
 * stand exactly once in the file: when the code changes, the mutant asks to be looked at.
 * @typedef {{ name: string, file: string, find: string, replace: string, test: { file: string, name: string } }} Mutant
 */

const SERVER = 'plugins/contacts-manager/server/src';

/** @type {Mutant[]} */
export const MUTANTS = [
  {
    name: 'no phone triggers',
    file: `${SERVER}/database/phone-table.ts`,
    find: 'Object.entries(phoneTriggers(dialect, uniqueness))',
    replace: 'Object.entries<string>({})',
    test: {
      file: 'uniqueness.test.ts',
      name: 'raw SQL a second primary, and a primary that is another contact’s secondary, are refused',
    },
  },
  {
    name: 'no guard around documents',
    file: `${SERVER}/register.ts`,
    find: 'guardDocuments(strapi);',
    replace: '',
    test: { file: 'guard.test.ts', name: 'REST refuses a duplicate number' },
  },
  {
    name: 'no guard at the database hooks',
    file: `${SERVER}/register.ts`,
    find: 'guardContactWrites(strapi);',
    replace: '',
    test: { file: 'guard.test.ts', name: 'REST refuses a direct write of contactStatus' },
  },
  {
    name: 'no fencing check',
    file: `${SERVER}/repositories/leases.ts`,
    find: `export async function renewLease(knex: Knex, claim: Claim): Promise<boolean> {
  const renewed = await knex(claim.table)
    .where({ id: claim.id, state: claim.state, fence: claim.fence })`,
    replace: `export async function renewLease(knex: Knex, claim: Claim): Promise<boolean> {
  const renewed = await knex(claim.table)
    .where({ id: claim.id, state: claim.state })`,
    test: {
      file: 'import-fencing.test.ts',
      name: 'a server that lost its lease writes nothing more',
    },
  },
  {
    name: 'a route without its permission',
    file: `${SERVER}/routes/admin-route.ts`,
    find: `{ name: 'admin::hasPermissions', config: { actions: [permission].flat().map(actionId) } },`,
    replace: `...(path === '/imports/template' ? [] : [{ name: 'admin::hasPermissions', config: { actions: [permission].flat().map(actionId) } }]),`,
    test: {
      file: 'permissions.test.ts',
      name: 'every admin route asks for a signed-in administrator and names a right of the list',
    },
  },
  {
    name: 'no mark on staged rows',
    file: `${SERVER}/repositories/imports/commit.ts`,
    find: 'applied_row: chunk.last,',
    replace: '',
    test: {
      file: 'import-fencing.test.ts',
      name: 'a chunk marks its rows: the next one goes on behind them',
    },
  },
];
