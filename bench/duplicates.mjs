import { step } from '../scripts/lib/say.mjs';
import { startInstallation } from './lib/installation.mjs';
import { watchHealth } from './lib/sampling.mjs';
import { repeat, timed } from './lib/timing.mjs';

/** The first search for duplicates over a whole directory, which is made once, and the queue it leaves. */

const AIM = { atMost: 200 };
const ASK_EVERY = 500;

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export default async function benchDuplicates({ title, rows = 1_000_000, databases, report }) {
  const database = await databases.createSeeded(rows, { lookForDuplicates: true });
  const installation = await startInstallation(database);
  const { admin, url } = installation;
  const list = () => admin.get('/contacts-manager/duplicates');
  const group = `${title}, ${rows.toLocaleString('en')} contacts`;
  try {
    const health = watchHealth(url);
    const { milliseconds } = await step(`${title}: first search`, () =>
      timed(async () => {
        while ((await list()).isLooking) {
          await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
        }
      }),
    );
    const { max } = await health.stop();
    report.figure({
      ...{ group, what: 'first search for duplicates', unit: 's' },
      value: milliseconds / 1000,
    });
    report.figure({
      ...{ group, what: 'slowest /_health answer meanwhile', unit: 'ms', aim: AIM, value: max },
    });
    const { p95 } = await repeat(list);
    const { pagination } = await list();
    report.figure({
      ...{ group, what: 'first page of the queue, p95', unit: 'ms', value: p95, aim: AIM },
      note: `${pagination.totalIsExact ? '' : 'more than '}${pagination.total.toLocaleString('en')} pairs`,
    });
  } finally {
    await installation.stop();
  }
}
