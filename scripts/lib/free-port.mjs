import net from 'node:net';

/**
 * A TCP port nobody listens on: `wanted` or one of the next twenty, or any when `wanted` is 0.
 * @param {number} [wanted]
 * @returns {Promise<number>}
 */
export async function findFreePort(wanted = 0) {
  for (let port = wanted; port <= wanted + 20; port += 1) {
    const found = await tryPort(port);
    if (found) return found;
  }
  throw new Error(`The ports ${wanted} to ${wanted + 20} are all in use.`);
}

/**
 * @param {number} port
 * @returns {Promise<number | undefined>}
 */
function tryPort(port) {
  return new Promise((resolve, reject) => {
    const server = net.createServer();
    server.once('error', (error) => {
      const taken = 'code' in error && (error.code === 'EADDRINUSE' || error.code === 'EACCES');
      if (taken) resolve(undefined);
      else reject(error);
    });
    // Without a host, a port that another program holds on IPv4 or IPv6 alone counts as taken too.
    server.listen(port, () => {
      const address = server.address();
      const found = address && typeof address === 'object' ? address.port : undefined;
      server.close(() => resolve(found));
    });
  });
}
