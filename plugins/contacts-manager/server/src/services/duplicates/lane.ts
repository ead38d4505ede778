import { setTimeout as wait } from 'node:timers/promises';
import type { Core } from '@strapi/strapi';
import { dialectOf, giveWay } from '../../database/dialect';
import { isQueueEmpty } from '../../repositories/duplicates/keys';
import { searchStep } from './search-step';

/**
 * Looks for duplicates of whoever was added or changed, step by step, while there is somebody. Nobody waits for it:
 * it stops while `isBusy` says that there is other work, until it is asked to look again.
 */
export function createDuplicatesLane(strapi: Core.Strapi, isBusy: () => boolean) {
  let running: Promise<void> | null = null;
  const stopped = new AbortController();

  const workOff = async () => {
    const knex = strapi.db.connection;
    if (await isQueueEmpty(knex)) return;
    while (!stopped.signal.aborted && !isBusy()) {
      const begun = performance.now();
      if (!(await searchStep(strapi))) return;
      await giveWay(dialectOf(knex));
      // SQLite has one connection: half of the time it is there for others. The pause ends early when the server stops.
      if (dialectOf(knex) === 'sqlite') {
        await wait(performance.now() - begun, null, { signal: stopped.signal }).catch(() => null);
      }
    }
  };

  return {
    look() {
      if (running || stopped.signal.aborted || isBusy()) return;
      running = workOff()
        .catch((error: unknown) => {
          strapi.log.error(error);
        })
        .finally(() => {
          running = null;
        });
    },
    async stop() {
      stopped.abort();
      await running;
    },
  };
}
