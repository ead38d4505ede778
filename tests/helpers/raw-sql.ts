import type { TestApp } from './app';

/** How the database refuses a number. The drivers' errors are no native errors, which `toThrow` asks for. */
export const NUMBER_REFUSED = { message: expect.stringMatching(/contact_phones/) };

/** A contact by plain SQL, past every guard but the database's own. */
export const insertRaw = (
  { knex }: Pick<TestApp, 'knex'>,
  name: string,
  primary: string,
  secondary: string | null = null,
) =>
  knex('contacts').insert({
    document_id: name.toLowerCase().padEnd(24, '0'),
    name,
    primary_contact: primary,
    secondary_contact: secondary,
    contact_status: 'active',
  });
