import net from 'node:net';
import { Stop } from '../../scripts/lib/say.mjs';
import { MessageSplitter, sqlOf } from './postgres-messages.mjs';

/**
 * Where a connection is cut at a COMMIT: `unsent`, before the database hears of it; `unanswered`, when the
 * database has committed and the client does not know.
 * @typedef {'unsent' | 'unanswered'} CutAt
 */

/** @typedef {{ at: CutAt, isTime(): Promise<boolean>, done(): void }} Cut */

/** The commit is over by then. */
const PATIENCE = 60_000;

/**
 * Stands between servers and PostgreSQL, passes everything on, and cuts one connection when it is told to.
 * @param {string} url of the database
 * @param {RegExp} writes what a transaction says whose COMMIT is meant
 */
export async function startCommitProxy(url, writes) {
  const target = new URL(url);
  /** @type {Set<net.Socket>} */
  const sockets = new Set();
  const cuts = createCuts();
  // Small messages back and forth must not wait for each other.
  const proxy = net.createServer({ noDelay: true }, (client) => {
    const { hostname: host, port } = target;
    const database = net.connect({ host, port: Number(port), noDelay: true });
    endTogether(client, database, sockets);
    database.pipe(client);
    relay(client, database, { writes, takeCut: cuts.take }).catch(() => client.destroy());
  });
  await new Promise((resolve) => proxy.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = proxy.address();
  const through = new URL(url);
  through.port = String(address && typeof address === 'object' ? address.port : 0);
  return {
    url: through.href,
    cutNext: cuts.order,
    close() {
      proxy.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}

function createCuts() {
  /** @type {Cut | undefined} */
  let waiting;
  return {
    async take() {
      if (!waiting || !(await waiting.isTime())) return undefined;
      const taken = waiting;
      waiting = undefined;
      return taken;
    },
    /**
     * Cuts at a COMMIT of a transaction that writes. Each is asked about before it is passed on, until it is time.
     * @param {CutAt} at @param {Cut['isTime']} isTime @returns {Promise<void>}
     */
    order: (at, isTime) =>
      new Promise((resolve, reject) => {
        const late = setTimeout(() => reject(new Stop('No such COMMIT came.')), PATIENCE);
        const done = () => {
          clearTimeout(late);
          resolve();
        };
        waiting = { at, isTime, done };
      }),
  };
}

/** @param {net.Socket} client @param {net.Socket} database @param {Set<net.Socket>} sockets */
function endTogether(client, database, sockets) {
  for (const socket of [client, database]) {
    sockets.add(socket);
    // Cut connections end with errors; that is what they are for.
    socket.on('error', () => undefined);
    socket.once('close', () => {
      sockets.delete(socket);
      client.destroy();
      database.destroy();
    });
  }
}

/**
 * @param {net.Socket} client @param {net.Socket} database
 * @param {{ writes: RegExp, takeCut: () => Promise<Cut | undefined> }} watch
 */
async function relay(client, database, { writes, takeCut }) {
  const splitter = new MessageSplitter();
  let hasWritten = false;
  for await (const bytes of client) {
    for (const message of splitter.push(bytes)) {
      const sql = sqlOf(message);
      if (/^begin\b/i.test(sql)) hasWritten = false;
      else if (writes.test(sql)) hasWritten = true;
      const cut = hasWritten && /^commit\b/i.test(sql) ? await takeCut() : undefined;
      if (cut) {
        await carryOut(cut, { client, database, message });
        return;
      }
      database.write(message);
    }
  }
}

/** @param {Cut} cut @param {{ client: net.Socket, database: net.Socket, message: Buffer }} connection */
async function carryOut({ at, done }, { client, database, message }) {
  if (at === 'unanswered') {
    database.unpipe(client);
    // The client has had every earlier answer: the next bytes are that of COMMIT.
    const answered = new Promise((resolve) => database.once('data', resolve));
    // Without its pipe the socket stands still.
    database.resume();
    database.write(message);
    await answered;
  }
  client.destroy();
  database.destroy();
  done();
}
