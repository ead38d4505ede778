import { startInstallation } from './lib/installation.mjs';
import { phoneOf } from './lib/people.mjs';
import { startStock } from './lib/stock.mjs';
import { inParallel } from './lib/timing.mjs';

/**
 * Creating contacts over REST: one by one and 8 at a time, plain and with category and groups, into an
 * empty table and a full one, beside the same content type in stock Strapi on an empty table. The three
 * servers take turns, so that whatever else the machine does falls on all of them alike.
 */

const AIM = { atLeast: 0.8 };
const ROUNDS = 4;
const PER_ROUND = 100;
const MEASURED = [
  { width: 1, related: false },
  { width: 1, related: true },
  { width: 8, related: false },
  { width: 8, related: true },
];

/**
 * @typedef {{ post(path: string, body: object): Promise<{ data: { documentId: string } }> }} Client
 * @typedef {{ name: string, client: Client, category: string, groups: string[], next: number }} Target
 */

/** @param {Client} client @param {string} plural @param {string} name */
const createNamed = async (client, plural, name) =>
  (await client.post(`/api/${plural}`, { data: { name } })).data.documentId;

/** @param {string} name @param {Client} client @param {number} firstIndex @returns {Promise<Target>} */
async function prepareTarget(name, client, firstIndex) {
  return {
    name,
    client,
    category: await createNamed(client, 'categories', 'Benchmark'),
    groups: [
      await createNamed(client, 'groups', 'Benchmark one'),
      await createNamed(client, 'groups', 'Benchmark two'),
    ],
    next: firstIndex,
  };
}

/** @param {Target} target @param {{ width: number, related: boolean }} how */
const createMany = (target, { width, related }) =>
  inParallel(PER_ROUND, width, () => {
    const index = target.next++;
    return target.client.post('/api/contacts', {
      data: {
        name: `New Person ${index}`,
        primaryContact: phoneOf(index),
        email: `new${index}@example.com`,
        ...(related && { category: target.category, groups: target.groups }),
      },
    });
  });

/** @param {number[]} values */
const mean = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** @param {import('../scripts/bench.mjs').BenchContext} context */
export default async function benchCreate({ title, rows = 1_000_000, databases, report }) {
  const stock = await startStock(await databases.createEmpty());
  const empty = await startInstallation(await databases.createEmpty());
  const full = await startInstallation(await databases.createSeeded(rows));
  try {
    const targets = {
      stock: await prepareTarget('stock Strapi, empty table', stock.application, 0),
      empty: await prepareTarget('empty table', empty.application, 0),
      full: await prepareTarget(`${rows.toLocaleString('en')} contacts`, full.application, rows),
    };
    for (const target of Object.values(targets)) {
      await createMany(target, { width: 8, related: true });
    }
    for (const how of MEASURED) {
      const label = `${how.width} at a time, ${how.related ? 'with category and two groups' : 'plain'}`;
      /** @type {Record<keyof typeof targets, number[]>} */
      const rates = { stock: [], empty: [], full: [] };
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const key of /** @type {(keyof typeof targets)[]} */ (Object.keys(targets))) {
          rates[key].push((await createMany(targets[key], how)).perSecond);
        }
      }
      const floor = mean(rates.stock);
      for (const key of /** @type {(keyof typeof targets)[]} */ (Object.keys(targets))) {
        const what = `${label}, ${targets[key].name}`;
        report.figure({ group: title, what, value: mean(rates[key]), unit: '/s' });
      }
      report.figure({
        group: title,
        what: `${label}: ${targets.full.name} to stock on an empty table`,
        value: mean(rates.full) / floor,
        unit: '×',
        aim: AIM,
      });
    }
  } finally {
    await Promise.all([stock.stop(), empty.stop(), full.stop()]);
  }
}
