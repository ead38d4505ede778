import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';

/** `strapi.db.transaction`, which leaves its callback untyped: opens a transaction or joins the open one. */
export const inTransaction = async <Result>(
  strapi: Core.Strapi,
  work: (trx: Knex) => Promise<Result>,
): Promise<Result> => strapi.db.transaction(({ trx }: { trx: Knex }) => work(trx));
