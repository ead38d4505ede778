import type { Core } from '@strapi/strapi';
import {
  claimImport,
  LEASE_MILLISECONDS,
  releaseLease,
  renewLease,
  type Claim,
  type WorkState,
} from '../../repositories/imports/leases';
import { commitImport } from './commit';
import { LeaseLost } from './lease-lost';
import { parseImport } from './parse';
import { purgeImports } from './purge';

export interface ImportRunner {
  /** Looks for work now and from time to time: also imports of servers that died. */
  start(): void;
  /** Says that there may be work, so that nobody waits for the next look. */
  nudge(): void;
  /** Makes a running step notice at once that its import was cancelled. */
  interrupt(importId: number): void;
  /** Ends after the chunk that is being written; whatever is left, another server or the next start takes up. */
  stop(): Promise<void>;
}

const LOOK_EVERY = 3_000;
const PURGE_EVERY = 24 * 60 * 60_000;

const STEPS: Record<
  WorkState,
  (strapi: Core.Strapi, claim: Claim, signal: AbortSignal) => Promise<void>
> = { parsing: parseImport, committing: commitImport };

class Shutdown extends Error {}

/**
 * Carries out the steps of imports that need no person, one of a kind at a time. The database is the queue:
 * an import waits there in its state until some server claims it.
 */
export function createImportRunner(strapi: Core.Strapi): ImportRunner {
  const lanes = {
    parsing: createLane(strapi, 'parsing'),
    committing: createLane(strapi, 'committing'),
  };
  const timers: NodeJS.Timeout[] = [];
  const nudge = () => Object.values(lanes).forEach((lane) => lane.look());
  const purge = () => {
    purgeImports(strapi).catch((error: unknown) => strapi.log.error(error));
  };
  return {
    start() {
      timers.push(setInterval(nudge, LOOK_EVERY), setInterval(purge, PURGE_EVERY));
      timers.forEach((timer) => timer.unref());
      nudge();
      purge();
    },
    nudge,
    interrupt: (importId) => Object.values(lanes).forEach((lane) => lane.interrupt(importId)),
    async stop() {
      timers.forEach((timer) => clearInterval(timer));
      await Promise.all(Object.values(lanes).map((lane) => lane.stop()));
    },
  };
}

/** One step of one import at a time. */
function createLane(strapi: Core.Strapi, state: WorkState) {
  const shutdown = new AbortController();
  let wanted = false;
  let running: Promise<void> | null = null;
  let current: { claim: Claim; controller: AbortController } | null = null;

  const work = async () => {
    while (wanted && !shutdown.signal.aborted) {
      wanted = false;
      const claim = await claimImport(strapi.db.connection, state);
      if (!claim) continue;
      // There may be more where this came from.
      wanted = true;
      const controller = new AbortController();
      current = { claim, controller };
      const signal = AbortSignal.any([shutdown.signal, controller.signal]);
      await carryOut(strapi, claim, { controller, signal });
      current = null;
    }
  };

  return {
    look() {
      wanted = true;
      if (running || shutdown.signal.aborted) return;
      running = work()
        .catch((error: unknown) => {
          strapi.log.error(error);
        })
        .finally(() => {
          running = null;
        });
    },
    interrupt(importId: number) {
      if (current?.claim.importId === importId) current.controller.abort(new LeaseLost());
    },
    async stop() {
      shutdown.abort(new Shutdown());
      await running;
    },
  };
}

async function carryOut(
  strapi: Core.Strapi,
  claim: Claim,
  { controller, signal }: { controller: AbortController; signal: AbortSignal },
): Promise<void> {
  const knex = strapi.db.connection;
  const heartbeat = setInterval(() => {
    renewLease(knex, claim)
      .then((held) => {
        if (!held) controller.abort(new LeaseLost());
      })
      .catch((error: unknown) => strapi.log.error(error));
  }, LEASE_MILLISECONDS / 3);
  try {
    await STEPS[claim.state](strapi, claim, signal);
  } catch (error) {
    const cause: unknown = signal.aborted ? signal.reason : error;
    if (cause instanceof Shutdown) await releaseLease(knex, claim);
    // Anything unforeseen: the lease runs out by itself, and the import is tried again after that pause.
    else if (!(cause instanceof LeaseLost)) strapi.log.error(cause);
  } finally {
    clearInterval(heartbeat);
  }
}
