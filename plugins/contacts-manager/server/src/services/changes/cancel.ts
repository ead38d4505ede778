import type { Core } from '@strapi/strapi';
import { Refusal } from '../../../../shared/errors';
import type { OperationRecord } from '../../repositories/operation-records';
import { deleteTargets } from '../../repositories/operation-parts';
import { cancelOperation } from '../../repositories/operations';
import { workRunnerOf } from '../work/service';

/** Ends a change that is being made; what it has done stays, is counted exactly and can be undone. */
export async function stopOperation(strapi: Core.Strapi, { id }: OperationRecord): Promise<void> {
  const knex = strapi.db.connection;
  if (!(await cancelOperation(knex, id))) throw new Refusal('operation.state');
  workRunnerOf(strapi).interrupt('contact_operations', id);
  await deleteTargets(knex, id);
}
