import type { Core } from '@strapi/strapi';
import type { Knex } from 'knex';
import {
  LEASE_MILLISECONDS,
  releaseLease,
  renewLease,
  type Claim,
  type WorkTable,
} from '../../repositories/leases';
import { LeaseLost } from './lease-lost';

/** One kind of work: what is waiting for it in the database, and how a piece is carried out. */
export interface Work {
  /** Takes the next piece; null when there is none, or no room for another. */
  claim(knex: Knex): Promise<Claim | null>;
  carryOut(strapi: Core.Strapi, claim: Claim, signal: AbortSignal): Promise<void>;
}

class Shutdown extends Error {}

/** Does the pieces of one kind of work one after the other. */
export function createLane(strapi: Core.Strapi, work: Work) {
  const shutdown = new AbortController();
  let wanted = false;
  let running: Promise<void> | null = null;
  let current: { claim: Claim; controller: AbortController } | null = null;

  const workOff = async () => {
    while (wanted && !shutdown.signal.aborted) {
      wanted = false;
      const claim = await work.claim(strapi.db.connection);
      if (!claim) continue;
      // There may be more where this came from.
      wanted = true;
      const controller = new AbortController();
      current = { claim, controller };
      const signal = AbortSignal.any([shutdown.signal, controller.signal]);
      await carryOut(strapi, work, claim, { controller, signal });
      current = null;
    }
  };

  return {
    /** Whether a piece is being worked on. */
    isBusy: () => current !== null,
    look() {
      wanted = true;
      if (running || shutdown.signal.aborted) return;
      running = workOff()
        .catch((error: unknown) => {
          strapi.log.error(error);
        })
        .finally(() => {
          running = null;
        });
    },
    /** Makes a piece that is being worked on notice at once that it was cancelled. */
    interrupt(table: WorkTable, id: number) {
      if (current?.claim.table === table && current.claim.id === id) {
        current.controller.abort(new LeaseLost());
      }
    },
    async stop() {
      shutdown.abort(new Shutdown());
      await running;
    },
  };
}

async function carryOut(
  strapi: Core.Strapi,
  work: Work,
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
    await work.carryOut(strapi, claim, signal);
  } catch (error) {
    const cause: unknown = signal.aborted ? signal.reason : error;
    if (cause instanceof Shutdown) await releaseLease(knex, claim);
    // Anything unforeseen: the lease runs out by itself, and the work is tried again after that pause.
    else if (!(cause instanceof LeaseLost)) strapi.log.error(cause);
  } finally {
    clearInterval(heartbeat);
  }
}
