import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { isQueueEmpty } from '../../repositories/duplicates/keys';
import { searchStep } from './search-step';

/** Looks for duplicates of whoever was added or changed, step by step, while there is somebody. */
export function createDuplicatesLane(strapi: Core.Strapi) {
  let running: Promise<void> | null = null;
  let isStopped = false;

  const workOff = async () => {
    if (await isQueueEmpty(strapi.db.connection)) return;
    while (!isStopped && (await searchStep(strapi))) await nextTurn();
  };

  return {
    look() {
      if (running || isStopped) return;
      running = workOff()
        .catch((error: unknown) => {
          strapi.log.error(error);
        })
        .finally(() => {
          running = null;
        });
    },
    async stop() {
      isStopped = true;
      await running;
    },
  };
}
