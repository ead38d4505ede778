import { setTimeout as wait } from 'node:timers/promises';
import { confirmImport } from '../../scripts/lib/import-file.mjs';
import { compareResult } from './compare.mjs';
import { numberOf, same } from './comparison.mjs';
import { MANY_SERVERS } from './databases.mjs';
import { endedWithin, prepareImport, signIn, waitForEnd, withServers } from './scene.mjs';

const CLAIMS = `select fence from contact_imports where file_name = 'people.xlsx'`;
const OPERATIONS = `select count(*) from contact_operations where kind = 'import'`;
const CONFIRMATIONS = 4;

/**
 * Confirms one import on two instances at the same time, by several people at once on each.
 * @type {import('./trial.mjs').Fault}
 */
export const twoInstances = {
  name: 'two-instances',
  title: 'one import confirmed on two instances at once',
  onlyOn: MANY_SERVERS,
  run: (trial) =>
    withServers(trial, async (newServer) => {
      const { base } = trial;
      const { accounts, client, id } = await prepareImport(trial, await newServer());
      const second = await newServer();
      await second.start();
      const clients = [client, await signIn(second, accounts)];
      const claims = await numberOf(base.select, CLAIMS);
      const operations = await numberOf(base.select, OPERATIONS);

      const started = Date.now();
      const answers = await Promise.allSettled(
        Array.from({ length: CONFIRMATIONS }, () =>
          clients.map((one) => confirmImport(one, id)),
        ).flat(),
      );
      const seconds = await waitForEnd(base, started);
      // Longer than a look for work: the other instance has had its chance to begin again.
      await wait(4_000);
      const accepted = answers.filter(({ status }) => status === 'fulfilled').length;
      return [
        same('confirmations answered', answers.length, accepted),
        endedWithin('the confirmation', seconds),
        same('instances that ever held it', 1, (await numberOf(base.select, CLAIMS)) - claims),
        same('new operations', 1, (await numberOf(base.select, OPERATIONS)) - operations),
        ...(await compareResult(trial, client, id)),
      ];
    }),
};
