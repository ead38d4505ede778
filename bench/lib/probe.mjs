import diagnostics from 'node:diagnostics_channel';
import http from 'node:http';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { isMainThread } from 'node:worker_threads';

/**
 * Loaded into a measured server before its own code (`node --import`): how long each answer took in the
 * server itself, and for how long the process stood still. Whoever asks on the port of its own gets both,
 * as counted since the last question.
 */

/** Milliseconds between two looks at the clock; delays are counted from there. */
const BEAT = 2;

function listen(/** @type {number} */ port) {
  /** @type {WeakMap<http.IncomingMessage, number>} */
  const started = new WeakMap();
  /** @type {number[]} */
  let times = [];
  const delay = monitorEventLoopDelay({ resolution: BEAT });
  const server = http.createServer((_request, response) => {
    const stoodStill = Math.max(0, delay.max / 1e6 - BEAT);
    response.end(JSON.stringify({ times, stoodStill }));
    times = [];
    delay.reset();
  });
  diagnostics.subscribe('http.server.request.start', (message) => {
    const { request, server: asked } = /** @type {any} */ (message);
    if (asked !== server) started.set(request, performance.now());
  });
  diagnostics.subscribe('http.server.response.finish', (message) => {
    const { request } = /** @type {any} */ (message);
    const since = started.get(request);
    if (since !== undefined) times.push(performance.now() - since);
  });
  delay.enable();
  server.listen(port, '127.0.0.1').unref();
}

const port = Number(process.env.BENCH_PROBE_PORT);
// Worker threads load it again, and are no servers.
if (isMainThread && port) listen(port);
