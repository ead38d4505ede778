import type { Core } from '@strapi/strapi';
import { claimImport } from '../../repositories/imports/claim';
import { claimWork, type WorkTable } from '../../repositories/leases';
import { carryOutOperation } from '../changes/carry-out';
import { purgeBin } from '../bin';
import { createDuplicatesLane } from '../duplicates/lane';
import { commitImport } from '../imports/commit';
import { parseImport } from '../imports/parse';
import { purgeImports } from '../imports/purge';
import { createLane, type Work } from './lane';

export interface WorkRunner {
  /** Looks for work now and from time to time: also that of servers that died. */
  start(): void;
  /** Says that there may be work, so that nobody waits for the next look. */
  nudge(): void;
  /** Makes a piece that is being worked on notice at once that it was cancelled. */
  interrupt(table: WorkTable, id: number): void;
  /** Ends after the chunk that is being written; whatever is left, another server or the next start takes up. */
  stop(): Promise<void>;
}

const LOOK_EVERY = 3_000;
const PURGE_EVERY = 24 * 60 * 60_000;

const WORK: Work[] = [
  { claim: (knex) => claimImport(knex, 'parsing'), carryOut: parseImport },
  { claim: (knex) => claimImport(knex, 'committing'), carryOut: commitImport },
  {
    claim: (knex) => claimWork(knex, 'contact_operations', 'running'),
    carryOut: carryOutOperation,
  },
];

/**
 * Carries out what needs no person, one piece of a kind at a time: steps of imports, changes of many
 * contacts. The database is the queue: a piece waits there until some server claims it.
 */
export function createWorkRunner(strapi: Core.Strapi): WorkRunner {
  const lanes = WORK.map((work) => createLane(strapi, work));
  const timers: NodeJS.Timeout[] = [];
  const duplicates = createDuplicatesLane(strapi, () => lanes.some((lane) => lane.isBusy()));
  const nudge = () => {
    lanes.forEach((lane) => lane.look());
    duplicates.look();
  };
  const purge = () => {
    for (const job of [purgeImports(strapi), purgeBin(strapi)]) {
      job.catch((error: unknown) => strapi.log.error(error));
    }
  };
  return {
    start() {
      timers.push(setInterval(nudge, LOOK_EVERY), setInterval(purge, PURGE_EVERY));
      timers.forEach((timer) => timer.unref());
      nudge();
      purge();
    },
    nudge,
    interrupt: (table, id) => lanes.forEach((lane) => lane.interrupt(table, id)),
    async stop() {
      timers.forEach((timer) => clearInterval(timer));
      await Promise.all([...lanes, duplicates].map((lane) => lane.stop()));
    },
  };
}
